import type { Schedule, Step, StepOf } from './schedule.ts';
import { Connections } from './connections.ts';
import { lifeFaults } from './lives.ts';
import { Between, lanesOver } from './processes.ts';
import { Processors } from './processors.ts';
import { isOutside, threadOf } from './state.ts';
import { fitsWait } from './wakes.ts';

/**
 * What holds for every recording of every program. Each answer is a sentence that says where a
 * schedule is not true; an empty list is what a good one gives.
 */
export function faultsOf(schedule: Schedule): readonly string[] {
  return [...new Protocol(schedule).run(), ...lifeFaults(schedule)];
}

interface Turn {
  readonly lane: number;
  /** Lanes that started this one inside their own turn, outermost first. */
  readonly inside: readonly number[];
}

/** Follows the steps and keeps, apart from `state.ts`, what has to be true before each of them. */
class Protocol {
  readonly #schedule: Schedule;
  readonly #faults: string[] = [];
  readonly #turns = new Map<number, Turn>();
  readonly #ready = new Map<
    number,
    { target?: number | undefined; callback?: string | undefined }[]
  >();
  readonly #timers = new Map<number, StepOf<'set-timer'>>();
  readonly #waits = new Map<number, StepOf<'wait'>['waits']>();
  readonly #asked = new Set<number>();
  readonly #alive = new Set<number>([0]);
  readonly #over = new Set<number>();
  readonly #holders = new Map<number, number[]>();
  readonly #stacks = new Map<number, string[]>();
  readonly #processors: Processors;
  readonly #between: Between;
  readonly #connections: Connections;
  #at = 0;

  constructor(schedule: Schedule) {
    this.#schedule = schedule;
    schedule.lanes.forEach((_, lane) => isOutside(schedule, lane) && this.#alive.add(lane));
    this.#processors = new Processors(schedule);
    this.#between = new Between(schedule);
    this.#connections = new Connections(schedule);
  }

  run(): string[] {
    this.#schedule.steps.forEach((step, n) => {
      const found = this.#check(step);
      if (found) this.#faults.push(`Step ${n} (${step.kind}): ${found}`);
    });
    return [...this.#faults, ...this.#between.left()];
  }

  #check(step: Step): string | undefined {
    if (step.at < this.#at) return 'the clock goes back.';
    this.#at = step.at;
    if (!this.#alive.has(step.lane)) return `lane ${step.lane} is not created yet.`;
    if (this.#over.has(step.lane) && step.kind !== 'exit')
      return `lane ${step.lane} has ended before.`;
    const target = step.kind === 'queue' ? this.#waits.get(step.target ?? -1) : undefined;
    return (
      this.#between.check(step) ??
      this.#processors.check(step) ??
      this.#connections.check(step, target) ??
      this.#outOfTurn(step) ??
      this.#follow(step)
    );
  }

  /** A task does something only between its pick and its wait or end. */
  #outOfTurn(step: Step): string | undefined {
    const lane = this.#schedule.lanes[step.lane];
    if (lane?.kind !== 'task' || lane.on === undefined) return undefined;
    const turn = this.#turns.get(lane.on);
    if (turn?.lane === step.lane) return undefined;
    const closed = ['throw', 'leave', 'print', 'catch', 'line', 'enter'].includes(step.kind);
    // A task that nobody refers to any more is closed from outside; its clean-up runs then.
    if (closed && lane.how === 'pending' && this.#waits.has(step.lane)) return undefined;
    const other = turn ? `lane ${turn.lane} is in its turn` : 'it was not picked';
    return `lane ${step.lane} runs, but ${other}.`;
  }

  #follow(step: Step): string | undefined {
    switch (step.kind) {
      case 'create':
        this.#alive.add(step.child);
        return undefined;
      case 'queue':
        this.#queueOf(step.target ?? step.lane, step.lane).push(step);
        return step.callback === undefined ? this.#cause(step) : undefined;
      case 'set-timer':
        this.#timers.set(step.timer, step);
        return step.due < step.at ? 'the timer is due in the past.' : undefined;
      case 'drop-timer':
        return this.#timers.delete(step.timer) ? undefined : 'the timer was not set.';
      case 'due':
        return this.#due(step);
      case 'pick':
      case 'call':
      case 'skip':
        return this.#take(step);
      case 'resume':
        return this.#resume(step);
      case 'wait':
        return this.#wait(step);
      case 'block':
        if (step.waits) this.#waits.set(step.lane, step.waits);
        return undefined;
      case 'gil':
      case 'core':
        return this.#processor(step);
      case 'cancel':
        this.#asked.add(step.target);
        return undefined;
      case 'use':
        return this.#use(step);
      case 'enter':
        this.#stack(step.lane).push(step.function);
        return undefined;
      case 'leave':
        return this.#stack(step.lane).pop() === step.function ? undefined : 'it was not entered.';
      case 'end':
        return this.#end(step);
      case 'exit':
        for (const lane of lanesOver(this.#schedule, step)) this.#over.add(lane);
        return undefined;
      default:
        return undefined;
    }
  }

  #take(step: StepOf<'pick' | 'call' | 'skip'>): string | undefined {
    const head = this.#queueOf(step.lane, step.lane).shift();
    if (!head) return 'nothing was in the ready queue.';
    const callback = 'callback' in step ? step.callback : undefined;
    if (head.target !== step.target || head.callback !== callback)
      return `the head of the ready queue was ${head.callback ?? `lane ${head.target}`}.`;
    if (step.kind !== 'pick') return undefined;
    const turn = this.#turns.get(step.lane);
    if (turn) return `lane ${turn.lane} is still in its turn.`;
    this.#turns.set(step.lane, { lane: step.target, inside: [] });
    this.#waits.delete(step.target);
    this.#asked.delete(step.target);
    return undefined;
  }

  #due({ timer, lane, at }: StepOf<'due'>): string | undefined {
    const set = this.#timers.get(timer);
    if (!this.#timers.delete(timer) || !set) return 'the timer was not set.';
    this.#queueOf(lane, lane).push(set);
    return at < set.due ? `it was due at ${set.due} only.` : undefined;
  }

  #resume({ lane, target }: StepOf<'resume'>): string | undefined {
    const on = this.#schedule.lanes[target]?.on;
    if (this.#schedule.lanes[target]?.kind !== 'task' || on === undefined) return undefined;
    const inside = this.#turns.get(on)?.inside ?? [];
    this.#turns.set(on, { lane: target, inside: [...inside, lane] });
    return undefined;
  }

  #wait(step: StepOf<'wait'>): string | undefined {
    this.#waits.set(step.lane, step.waits);
    this.#giveBack(step.lane);
    if (step.waits.for === 'timer' && !this.#timers.has(step.waits.timer))
      return `timer ${step.waits.timer} is not set.`;
    return undefined;
  }

  #end(step: StepOf<'end'>): string | undefined {
    this.#over.add(step.lane);
    this.#giveBack(step.lane);
    // A generator that was left open may still stand there, but not what the lane itself runs.
    const runs = this.#schedule.lanes[step.lane]?.runs;
    const inside = runs !== undefined && this.#stack(step.lane).includes(runs);
    return inside && step.how === 'returned' ? `it is still inside ${runs}.` : undefined;
  }

  #giveBack(lane: number): void {
    const on = this.#schedule.lanes[lane]?.on;
    const turn = on === undefined ? undefined : this.#turns.get(on);
    if (on === undefined || turn?.lane !== lane) return;
    const outer = turn.inside.at(-1);
    if (outer === undefined || this.#schedule.lanes[outer]?.kind !== 'task') this.#turns.delete(on);
    else this.#turns.set(on, { lane: outer, inside: turn.inside.slice(0, -1) });
  }

  /** The cause of a wake has to be what the task waited for. */
  #cause({ target, cause }: StepOf<'queue'>): string | undefined {
    if (target === undefined) return 'it names no task.';
    const waits = this.#waits.get(target);
    if (cause.by === 'start') return waits ? 'it has started before.' : undefined;
    if (!waits) return `lane ${target} does not wait.`;
    const asked = this.#asked.has(target);
    const fits = fitsWait(cause, waits, { asked, over: this.#over });
    return fits
      ? undefined
      : `the cause is ${cause.by}, but lane ${target} waits for ${waits.for}.`;
  }

  /** A thread asks for the GIL because it has what it waited for. */
  #processor({ does, lane, at, cause }: StepOf<'gil' | 'core'>): string | undefined {
    if (does === 'acquire') this.#waits.delete(lane);
    if (does !== 'ask' || !cause) return undefined;
    const waits = this.#waits.get(lane);
    if (cause.by === 'start') return waits ? 'it has started before.' : undefined;
    const loops = this.#schedule.lanes[lane]?.kind === 'loop';
    if (cause.by === 'call' || loops) return undefined; // a loop that slept
    if (cause.by === 'timer') {
      const set = this.#timers.get(cause.timer);
      this.#timers.delete(cause.timer);
      if (!set || set.target !== lane) return `timer ${cause.timer} was not set for lane ${lane}.`;
      return at < set.due ? `it was due at ${set.due} only.` : undefined;
    }
    if (!waits) return `lane ${lane} does not wait.`;
    if (cause.by === 'signal')
      return threadOf(this.#schedule, lane) === 0 ? undefined : 'a signal is for the main thread.';
    return fitsWait(cause, waits, { asked: false, over: this.#over })
      ? undefined
      : `the cause is ${cause.by}, but lane ${lane} waits for ${waits.for}.`;
  }

  #use({ resource, does, lane }: StepOf<'use'>): string | undefined {
    const thing = this.#schedule.resources[resource];
    if (!thing) return `there is no resource ${resource}.`;
    const holders = this.#holders.get(resource) ?? [];
    const places = { lock: 1, condition: 1, semaphore: thing.size ?? Infinity }[
      thing.kind as 'lock'
    ];
    if (does === 'acquire') {
      this.#holders.set(resource, [...holders, lane]);
      return holders.length >= places ? `${thing.name} is held by lane ${holders[0]}.` : undefined;
    }
    if (does !== 'release') return undefined;
    const place = holders.indexOf(lane);
    this.#holders.set(resource, holders.toSpliced(Math.max(0, place), 1));
    // Python's locks do not ask who took them, but somebody must have.
    return holders.length === 0 && thing.kind === 'lock'
      ? `nobody holds ${thing.name}, and lane ${lane} releases it.`
      : undefined;
  }

  #queueOf(target: number, doer: number) {
    let loop = target;
    while (this.#schedule.lanes[loop]?.kind !== 'loop') {
      const on = this.#schedule.lanes[loop]?.on;
      if (on === undefined) break;
      loop = on;
    }
    if (this.#schedule.lanes[loop]?.kind !== 'loop')
      loop = this.#schedule.lanes.findLastIndex(
        ({ kind }, n) => kind === 'loop' && this.#alive.has(n) && n !== doer,
      );
    const queue = this.#ready.get(loop) ?? [];
    this.#ready.set(loop, queue);
    return queue;
  }

  #stack(lane: number): string[] {
    const stack = this.#stacks.get(lane) ?? [];
    this.#stacks.set(lane, stack);
    return stack;
  }
}
