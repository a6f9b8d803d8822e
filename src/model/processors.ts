import type { Schedule, Step, StepOf } from './schedule.ts';
import type { Span } from './spans.ts';
import { hasProcesses, lanesOver, processOf } from './processes.ts';
import { asksAgain, isOutside, threadOf, type State } from './state.ts';

/** What threads do with the GIL of their process, or with the cores where there is no GIL. */

/** What one lane is doing, with regard to its thread. */
export type Doing =
  'holds the GIL' | 'outside the GIL' | 'on a core' | 'asks' | 'ready' | 'waits' | 'none';

/** Whether a program had more threads than the one it began with. */
export function hasThreads({ lanes }: Schedule): boolean {
  return lanes.some(({ kind, parent }) => kind === 'thread' && parent !== undefined);
}

/** How many threads of one process may run at once. */
export function roomOf({ provenance: { machine } }: Schedule): number {
  return machine.gil ? 1 : machine.cores;
}

/** How many threads of all processes may run at once. */
export function roomOfAll(schedule: Schedule): number {
  return hasProcesses(schedule) ? schedule.provenance.machine.cores : roomOf(schedule);
}

/** Who may run, and who asks for it. */
export interface ProcessorState {
  /** The threads that hold the GIL; without a GIL, those that have a core. */
  readonly holders: readonly number[];
  /** The lanes whose threads ask for it, in the order in which they do. */
  readonly asking: readonly number[];
}

const kept = new WeakMap<Schedule, readonly ProcessorState[]>();

/** The same for the process of one lane alone: others have a GIL of their own. */
export function processorsNear(schedule: Schedule, n: number, lane: number): ProcessorState {
  const { holders, asking } = processorsAt(schedule, n);
  const process = processOf(schedule, lane);
  const isNear = (other: number) => processOf(schedule, other) === process;
  return { holders: holders.filter(isNear), asking: asking.filter(isNear) };
}

/** What a thread lacks after step `n`, if it asks: where its process's GIL is free, but every core is taken, a core. */
export function lackedBy(schedule: Schedule, n: number, lane: number): 'the GIL' | 'a core' {
  if (!schedule.provenance.machine.gil) return 'a core';
  const free = processorsNear(schedule, n, lane).holders.length === 0;
  const taken = processorsAt(schedule, n).holders.length >= schedule.provenance.machine.cores;
  return hasProcesses(schedule) && free && taken ? 'a core' : 'the GIL';
}

/** What is true of the GIL, or of the cores, after step `n`. */
export function processorsAt(schedule: Schedule, n: number): ProcessorState {
  let states = kept.get(schedule);
  if (!states) kept.set(schedule, (states = processorStates(schedule)));
  const state = states[n];
  if (!state) throw new RangeError(`There is no step ${n}.`);
  return state;
}

function processorStates(schedule: Schedule): ProcessorState[] {
  let state: ProcessorState = { holders: [0], asking: [] };
  return schedule.steps.map((step) => (state = processorsAfter(schedule, state, step)));
}

function processorsAfter(schedule: Schedule, before: ProcessorState, step: Step): ProcessorState {
  if (step.kind === 'exit') {
    const over = lanesOver(schedule, step);
    const lives = (lane: number) => !over.includes(lane);
    return { holders: before.holders.filter(lives), asking: before.asking.filter(lives) };
  }
  if (!isProcessor(step)) return before;
  const { lane, does } = step;
  const thread = threadOf(schedule, lane);
  const others = before.asking.filter((other) => other !== lane);
  const holders = before.holders.filter((other) => other !== thread);
  return {
    holders: does === 'acquire' ? [...holders, thread] : holders,
    asking: does === 'ask' || asksAgain(step) ? [...others, lane] : others,
  };
}

export function doingOf(schedule: Schedule, state: State, lane: number): Doing {
  const phase = state.lanes[lane]?.phase ?? 'unborn';
  const { holders, asking } = processorsAt(schedule, state.step);
  switch (phase) {
    case 'running':
    case 'blocked':
      if (!holders.includes(threadOf(schedule, lane))) return 'outside the GIL';
      return schedule.provenance.machine.gil ? 'holds the GIL' : 'on a core';
    case 'ready':
      return asking.includes(lane) ? 'asks' : 'ready';
    case 'waiting':
      return 'waits';
    case 'unborn':
    case 'done':
      return 'none';
  }
}

/** The same for a span: while it ran, asked or waited. */
export function spanDoing(schedule: Schedule, { state, first, lane }: Span): Doing {
  const began = schedule.steps[first];
  switch (state) {
    case 'running':
      return schedule.provenance.machine.gil ? 'holds the GIL' : 'on a core';
    case 'blocked':
      return hasThreads(schedule) ? 'outside the GIL' : 'holds the GIL';
    case 'ready':
      return began && isProcessor(began) && began.lane === lane ? 'asks' : 'ready';
    case 'waiting':
      return 'waits';
  }
}

export function isProcessor(step: Step): step is StepOf<'gil' | 'core'> {
  return step.kind === 'gil' || step.kind === 'core';
}

/** Follows the steps and says what is not true of threads and of calls handed to executors. */
export class Processors {
  readonly #schedule: Schedule;
  readonly #what: 'gil' | 'core';
  readonly #holders = new Set([0]);
  readonly #asking = new Set<number>();
  readonly #handed = new Set<string>();
  readonly #taken = new Map<string, number>();
  #told = false;

  constructor(schedule: Schedule) {
    this.#schedule = schedule;
    this.#what = schedule.provenance.machine.gil ? 'gil' : 'core';
  }

  check(step: Step): string | undefined {
    if (step.kind === 'create' && this.#schedule.lanes[step.child]?.kind === 'thread')
      this.#told = true;
    if (step.kind === 'use' || step.kind === 'settle') {
      const found = this.#call(step);
      if (found) return found;
    }
    if (step.kind === 'exit') {
      for (const lane of lanesOver(this.#schedule, step)) {
        this.#holders.delete(lane);
        this.#asking.delete(lane);
      }
      return undefined;
    }
    if (isProcessor(step)) return this.#follow(step);
    return this.#told ? this.#holds(step) : undefined;
  }

  #follow(step: StepOf<'gil' | 'core'>): string | undefined {
    const thread = threadOf(this.#schedule, step.lane);
    if (step.kind !== this.#what) return `the machine has no ${step.kind}.`;
    switch (step.does) {
      case 'ask':
        if (this.#holders.has(thread)) return `lane ${thread} has it.`;
        this.#asking.add(thread);
        return undefined;
      case 'acquire':
        if (!this.#asking.delete(thread)) return `lane ${thread} did not ask for it.`;
        if (this.#near(this.#holders, thread).length >= roomOf(this.#schedule))
          return `it was not released: lane ${this.#near(this.#holders, thread).join()} has it.`;
        if (this.#holders.size >= roomOfAll(this.#schedule))
          return `no core is free: lanes ${[...this.#holders].join()} run.`;
        this.#holders.add(thread);
        return undefined;
      case 'release':
        if (!this.#holders.delete(thread)) return `lane ${thread} does not have it.`;
        if (asksAgain(step)) {
          const own = this.#near(this.#asking, thread).length;
          if (step.because === 'asked' ? own === 0 : this.#asking.size === own)
            return 'nobody asked for it.';
          this.#asking.add(thread);
        }
        return undefined;
    }
  }

  /** Those of the same process. */
  #near(threads: Iterable<number>, thread: number): number[] {
    const process = processOf(this.#schedule, thread);
    return [...threads].filter((other) => processOf(this.#schedule, other) === process);
  }

  /** Only who holds the GIL does something; who waits, blocks or ends has given it up. */
  #holds(step: Step): string | undefined {
    if (isOutside(this.#schedule, step.lane)) return undefined;
    // Whoever closes a loop ends it, and that may be another thread than it ran on.
    if (step.kind === 'end' && this.#schedule.lanes[step.lane]?.kind === 'loop') return undefined;
    const thread = threadOf(this.#schedule, step.lane);
    const has = this.#holders.has(thread);
    if (this.#givesUp(step)) return has ? `lane ${thread} still has the ${this.#what}.` : undefined;
    return has ? undefined : `lane ${thread} runs without the ${this.#what}.`;
  }

  #givesUp(step: Step): boolean {
    const kind = this.#schedule.lanes[step.lane]?.kind;
    if (step.kind === 'block' || step.kind === 'sleep') return true;
    if (step.kind === 'end') return kind === 'thread' && step.lane !== 0;
    return (
      step.kind === 'wait' &&
      (kind === 'thread' || kind === 'generator') &&
      !['loop', 'generator', 'resume'].includes(step.waits.for)
    );
  }

  /** A thread settles what it took; for another process, or a call that none has taken, the manager does. */
  #settled(call: string, { lane, exception }: StepOf<'settle'>): string | undefined {
    const taker = this.#taken.get(call);
    if (taker === undefined) {
      const fails = this.#handed.has(call) && exception !== undefined;
      return fails ? undefined : `${call} was not taken.`;
    }
    const elsewhere = processOf(this.#schedule, taker) !== processOf(this.#schedule, lane);
    return elsewhere || taker === lane ? undefined : `lane ${lane} did not take ${call}.`;
  }

  #call(step: StepOf<'use' | 'settle'>): string | undefined {
    const { call } = step;
    if (call === undefined) return undefined;
    if (step.kind === 'settle') return this.#settled(call, step);
    if (step.does === 'put') this.#handed.add(call);
    if (step.does !== 'get') return undefined;
    this.#taken.set(call, step.lane);
    return this.#handed.delete(call) ? undefined : `${call} was not handed over.`;
  }
}
