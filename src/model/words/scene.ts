import type { Lane, Schedule, Step } from '../schedule.ts';
import { stateAt, type Entry, type State } from '../state.ts';
import type { Program } from './code.ts';
import { bold, ground, isLoop } from './names.ts';
import { timeWords, type TimeWords } from './time-words.ts';

/** What the words for one step are made from. */
export interface Scene<S extends Step = Step> {
  readonly schedule: Schedule;
  readonly program: Program;
  readonly n: number;
  readonly step: S;
  /** What is true after the step. */
  readonly state: State;
  readonly times: TimeWords;
}

export function sceneAt(schedule: Schedule, n: number, program: Program = []): Scene {
  const state = stateAt(schedule, n);
  const step = schedule.steps[n];
  if (!step) throw new RangeError(`There is no step ${n}.`);
  return { schedule, program, n, step, state, times: timeWords(schedule) };
}

/** A stretch in which a lane kept its thread although time passed. */
export interface Hold {
  readonly lane: number;
  /** Microseconds. */
  readonly lasts: number;
}

/** Who kept the thread of a lane between two steps, in order; neighbors of one lane are one. */
export function holdsBetween(schedule: Schedule, first: number, last: number): Hold[] {
  const holds: Hold[] = [];
  for (let n = first; n < last; n++) {
    const step = schedule.steps[n];
    if (step?.kind !== 'block' && !(step?.kind === 'line' && step.lasts)) continue;
    const before = holds.at(-1);
    const lasts = step.lasts ?? 0;
    if (before?.lane === step.lane)
      holds[holds.length - 1] = { lane: step.lane, lasts: before.lasts + lasts };
    else holds.push({ lane: step.lane, lasts });
  }
  return holds;
}

/** The lanes whose next turn is in the ready queue, in its order; callbacks left out. */
export function readyLanes({ ready }: State): number[] {
  return ready.flatMap(({ target, callback }) =>
    callback === undefined && target !== undefined ? [target] : [],
  );
}

/** "**work 2** is next in the ready queue."; nothing where there is no queue. */
export function nextUp({ schedule, step, state }: Scene): string {
  if (!isOnLoop(schedule, step.lane)) return '';
  const [head] = state.ready;
  if (!head) return 'Nobody is ready.';
  return `${entryName(schedule, head)} is next in the ready queue.`;
}

export function isOnLoop(schedule: Schedule, lane: number): boolean {
  return ground(schedule, lane) === 'the loop';
}

/** Callbacks of asyncio's own, by the end of their qualified names. */
const CALLBACKS: readonly (readonly [RegExp, string])[] = [
  [/_set_result_unless_cancelled$/, 'the callback of a timer'],
  [/^gather\b/, "gather's callback"],
  [/_on_task_done$/, "the task group's callback"],
  [/_run_until_complete_cb$/, 'the callback that stops the loop'],
  [/_on_completion$/, "asyncio.wait's callback"],
  [/_on_timeout$/, 'the callback of a timeout'],
  [/^shield\b|_(in|out)ner_done_callback$/, "shield's callback"],
  [/_call_set_state$|_call_check_cancel$/, 'the callback that tells of another thread'],
];

/** What is in the queue, in words: "**work 2**", "gather's callback". */
export function entryName(schedule: Schedule, { callback, target }: Entry): string {
  if (callback === undefined) return target === undefined ? 'a callback' : bold(schedule, target);
  const own = CALLBACKS.find(([pattern]) => pattern.test(callback))?.[1] ?? `\`${callback}\``;
  return target === undefined || isLoop(schedule, target)
    ? own
    : `${own} for ${bold(schedule, target)}`;
}

/** Lanes that wait for others to end, and for which of them they still wait. */
export function waitingFor({ schedule, state }: Scene, member: number): Missing[] {
  return state.lanes.flatMap(({ waits }, lane) => {
    if (!waits || !('lanes' in waits) || waits.for === 'generator') return [];
    if (!waits.lanes.includes(member)) return [];
    const missing = waits.lanes.filter((other) => state.lanes[other]?.phase !== 'done');
    const first = waits.for === 'any' && waits.until !== 'all';
    return [{ lane, missing: first ? [] : missing, name: bold(schedule, lane) }];
  });
}

export interface Missing {
  readonly lane: number;
  readonly missing: readonly number[];
  readonly name: string;
}

/** The last time that a lane took a resource, in microseconds. */
export function heldSince({ schedule, n }: Scene, resource: number, lane: number): number {
  const taken = schedule.steps.findLast(
    (step, at) =>
      at <= n &&
      step.kind === 'use' &&
      step.does === 'acquire' &&
      step.resource === resource &&
      step.lane === lane,
  );
  return taken?.at ?? 0;
}

export function laneOf({ lanes }: Schedule, lane: number): Lane | undefined {
  return lanes[lane];
}
