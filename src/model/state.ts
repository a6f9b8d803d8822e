import { lanesOver } from './processes.ts';
import type { Cause, Schedule, Step, StepOf, Wait } from './schedule.ts';

/**
 * What is true after a step of a schedule. Pure, and shipped to readers: schemas are imported as types only.
 */

/** What a lane can be doing. `unborn` before it is created; the rest are the states that spans have. */
export type Phase = 'unborn' | 'running' | 'ready' | 'waiting' | 'blocked' | 'done';

export interface LaneState {
  readonly phase: Phase;
  /** The step at which it came into this phase. */
  readonly since: number;
  /** What it waits for, while it waits; absent while it has lent its thread to another lane. */
  readonly waits?: Wait | undefined;
  /** Why it is ready, while it is. */
  readonly cause?: Cause | undefined;
  /** The line that it is on, once it has reached one. */
  readonly line?: number | undefined;
  /** The functions it is in, outermost first. */
  readonly stack: readonly string[];
}

/** Something in a ready queue or in the timer heap: a task to be run, or a callback to be called. */
export interface Entry {
  readonly target?: number | undefined;
  readonly callback?: string | undefined;
}

export interface Timer extends Entry {
  readonly timer: number;
  /** Microseconds. */
  readonly due: number;
  /** The step that set it. */
  readonly set: number;
}

export interface ResourceState {
  /** Lanes that hold it or have a place in it, in the order in which they took it. */
  readonly holders: readonly number[];
  /** Items in a queue; unfinished ones are not told apart. */
  readonly items: number;
  /** An event's flag. */
  readonly set: boolean;
}

export interface State {
  /** The last step that has happened. */
  readonly step: number;
  /** Microseconds. */
  readonly at: number;
  readonly lanes: readonly LaneState[];
  /** First in, first out: the head is picked next. */
  readonly ready: readonly Entry[];
  /** By deadline, then by the order in which they were set. */
  readonly timers: readonly Timer[];
  readonly resources: readonly ResourceState[];
}

/** States kept on the way, so that a jump does not start from the beginning each time. */
const kept = new WeakMap<Schedule, State[]>();
const KEPT_EVERY = 64;

/** What is true after step `n`; the same whether one comes from before, from behind or by a jump. */
export function stateAt(schedule: Schedule, n: number): State {
  if (!schedule.steps[n]) throw noStep(n);
  const states = kept.get(schedule) ?? [];
  kept.set(schedule, states);
  while (states.length <= Math.floor(n / KEPT_EVERY)) {
    const before = states.at(-1);
    const first = states.length * KEPT_EVERY;
    states.push(before ? fold(schedule, before, first) : after(schedule, begin(schedule), 0));
  }
  const nearest = states[Math.floor(n / KEPT_EVERY)];
  return fold(schedule, nearest ?? begin(schedule), n);
}

/** Every state of the run in order, without keeping them. */
export function* statesOf(schedule: Schedule): Generator<State> {
  let state = begin(schedule);
  for (let n = 0; n < schedule.steps.length; n++) yield (state = after(schedule, state, n));
}

/** The states after each step from `first` to `last`. */
export function statesBetween(schedule: Schedule, first: number, last: number): readonly State[] {
  let state = stateAt(schedule, first);
  const states = [state];
  for (let n = first + 1; n <= last; n++) states.push((state = after(schedule, state, n)));
  return states;
}

function noStep(n: number): RangeError {
  return new RangeError(`There is no step ${n}.`);
}

function fold(schedule: Schedule, from: State, to: number): State {
  let state = from;
  for (let n = from.step + 1; n <= to; n++) state = after(schedule, state, n);
  return state;
}

/** Before anything has happened. */
function begin(schedule: Schedule): State {
  return {
    step: -1,
    at: 0,
    lanes: schedule.lanes.map(() => ({ phase: 'unborn', since: 0, stack: [] })),
    ready: [],
    timers: [],
    resources: schedule.resources.map(() => ({ holders: [], items: 0, set: false })),
  };
}

/** The state after one more step. */
function after(schedule: Schedule, before: State, n: number): State {
  const step = schedule.steps[n];
  if (!step) throw noStep(n);
  const lanes = [...before.lanes];
  const change = (lane: number, phase: Phase, more: Partial<LaneState> = {}) => {
    const was = lanes[lane];
    if (!was) throw new RangeError(`There is no lane ${lane}.`);
    // Whoever is outside always waits, for one thing after the other.
    const since = was.phase === phase && more.waits?.for !== 'outside' ? was.since : n;
    lanes[lane] = { ...was, phase, since, waits: undefined, cause: undefined, ...more };
  };

  if (!isOutside(schedule, step.lane)) takeOver(schedule, lanes, step, change);
  if (step.line !== undefined) change(step.lane, 'running', { line: step.line });

  switch (step.kind) {
    case 'enter':
    case 'leave': {
      const stack = lanes[step.lane]?.stack ?? [];
      const grown = step.kind === 'enter' ? [...stack, step.function] : stack.slice(0, -1);
      change(step.lane, 'running', { stack: grown });
      break;
    }
    case 'queue':
      if (step.callback === undefined && step.target !== undefined)
        change(step.target, 'ready', { cause: step.cause });
      break;
    case 'pick':
    case 'resume':
      change(step.lane, 'waiting');
      change(step.target, 'running');
      break;
    case 'wait':
      change(step.lane, 'waiting', { waits: step.waits });
      giveBack(schedule, lanes, step, change);
      break;
    case 'yield':
      change(step.lane, 'waiting', { waits: { for: 'resume' } });
      break;
    case 'block':
      change(step.lane, 'blocked');
      break;
    case 'sleep':
      change(step.lane, 'waiting');
      break;
    case 'end':
      change(step.lane, 'done', { stack: [] });
      giveBack(schedule, lanes, step, change);
      break;
    case 'warn':
      // Of a task that has not ended Python says only that it throws it away.
      if (step.about !== undefined) change(step.about, 'done', { stack: [] });
      break;
    case 'exit':
      for (const lane of lanesOver(schedule, step))
        if (lanes[lane]?.phase !== 'unborn') change(lane, 'done', { stack: [] });
      break;
    case 'gil':
    case 'core':
      if (step.does === 'ask' || asksAgain(step)) change(step.lane, 'ready', { cause: step.cause });
  }

  return {
    step: n,
    at: step.at,
    lanes,
    ready: readyAfter(before, step),
    timers: timersAfter(before.timers, step, n),
    resources: resourcesAfter(before.resources, step),
  };
}

/** Whether a thread that gives the GIL or its core up waits for it again at once. */
export function asksAgain({ because }: Pick<StepOf<'gil' | 'core'>, 'because'>): boolean {
  return because === 'asked' || because === 'preempted';
}

/** Whether a lane is a host or a client: it runs nothing of the program, and is known by what it waits for. */
export function isOutside({ lanes }: Schedule, lane: number): boolean {
  const kind = lanes[lane]?.kind;
  return kind === 'server' || kind === 'client';
}

type Change = (lane: number, phase: Phase, more?: Partial<LaneState>) => void;

/** Whoever does something runs; who ran on the same thread until then does not. */
function takeOver(schedule: Schedule, lanes: readonly LaneState[], step: Step, change: Change) {
  if (lanes[step.lane]?.phase === 'running' || step.kind === 'exit') return;
  const thread = threadOf(schedule, step.lane);
  lanes.forEach((state, lane) => {
    const held = state.phase === 'running' || state.phase === 'blocked';
    if (held && lane !== step.lane && threadOf(schedule, lane) === thread) change(lane, 'waiting');
  });
  change(step.lane, 'running');
}

/** A lane that waits or ends hands over to the one that it runs on, which is its loop or its thread. */
function giveBack(schedule: Schedule, lanes: readonly LaneState[], step: Step, change: Change) {
  const to = schedule.lanes[step.lane]?.on;
  if (to !== undefined && lanes[to]?.phase !== 'done') change(to, 'running');
}

/** The thread at the bottom of what a lane runs on. */
export function threadOf(schedule: Schedule, lane: number): number {
  let bottom = lane;
  for (let on = schedule.lanes[bottom]?.on; on !== undefined; on = schedule.lanes[bottom]?.on)
    bottom = on;
  return bottom;
}

function readyAfter({ ready, timers }: State, step: Step): readonly Entry[] {
  switch (step.kind) {
    case 'queue':
      return [...ready, { target: step.target, callback: step.callback }];
    case 'due': {
      const timer = timers.find(({ timer }) => timer === step.timer);
      return [...ready, { target: timer?.target, callback: timer?.callback }];
    }
    case 'pick':
    case 'call':
    case 'skip':
      return ready.slice(1);
    default:
      return ready;
  }
}

function timersAfter(timers: readonly Timer[], step: Step, n: number): readonly Timer[] {
  if (step.kind === 'set-timer') {
    const { timer, due, target, callback } = step;
    const later = timers.findIndex((other) => other.due > due);
    const place = later < 0 ? timers.length : later;
    return timers.toSpliced(place, 0, { timer, due, target, callback, set: n });
  }
  // A loop finds its timer due or drops it; a thread that slept asks for the GIL because of it.
  const about = 'cause' in step && step.cause ? step.cause : step;
  return 'timer' in about ? timers.filter(({ timer }) => timer !== about.timer) : timers;
}

function resourcesAfter(resources: readonly ResourceState[], step: Step): readonly ResourceState[] {
  if (step.kind !== 'use') return resources;
  return resources.map((state, number) => (number === step.resource ? used(state, step) : state));
}

function used(state: ResourceState, { does, lane }: Extract<Step, { kind: 'use' }>): ResourceState {
  switch (does) {
    case 'acquire':
      return { ...state, holders: [...state.holders, lane] };
    case 'release': {
      // Whoever releases need not be the one who took it: a semaphore only counts.
      const holder = Math.max(0, state.holders.indexOf(lane));
      return { ...state, holders: state.holders.toSpliced(holder, 1) };
    }
    case 'put':
      return { ...state, items: state.items + 1 };
    case 'get':
      return { ...state, items: state.items - 1 };
    case 'set':
      return { ...state, set: true };
    case 'clear':
      return { ...state, set: false };
    default:
      return state;
  }
}
