import type { Schedule, Step } from '../schedule.ts';
import { stateAt, type Entry, type State } from '../state.ts';
import { awaitOn, type Program } from './code.ts';
import { code } from './markup.ts';
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
  /** " at `await task`" where the source is to be quoted; else empty. */
  readonly here: string;
}

export function sceneAt(schedule: Schedule, n: number, program: Program = []): Scene {
  const state = stateAt(schedule, n);
  const step = schedule.steps[n];
  if (!step) throw new RangeError(`There is no step ${n}.`);
  const source = awaitOn(program, step.line);
  const here = source === undefined ? '' : ` at ${source}`;
  return { schedule, program, n, step, state, times: timeWords(schedule), here };
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

/** What callbacks of asyncio's own are called here, by the names that recordings give them. */
const CALLBACKS: Readonly<Record<string, string>> = {
  "sleep's timer": "the timer's callback",
  timeout: "the timeout's callback",
  'gather counts': "gather's callback",
  'group counts': "the task group's callback",
  'wait counts': "asyncio.wait's callback",
  "wait's timeout": "the callback of asyncio.wait's timeout",
  'as_completed counts': "as_completed's callback",
  "as_completed's timeout": "the callback of as_completed's timeout",
  'shield passes on': "shield's callback",
  'shield ends': "shield's callback",
  'shield lets go': "shield's callback",
  "shield's error check": "shield's callback",
  'stop the loop': 'the callback that stops the loop',
  'close a generator': 'the callback that closes a generator',
  'result arrives': 'the callback that brings a result',
  'result is passed on': 'the callback that passes a result on to a thread',
  'cancel is passed on': 'the callback that passes a cancellation on',
  'start a coroutine': 'the callback that makes a task of a coroutine',
  'executor ended': 'the callback that says that the executor has ended',
  'read the socket': 'the callback that reads its socket',
  'write the socket': 'the callback that writes to its socket',
  'watch the socket': 'the callback that has its socket watched',
  'connection is over': 'the callback that ends a connection',
  'accept connections': 'the callback that accepts connections',
  'accept a connection': 'the callback that accepts a connection',
  'connecting ended': 'the callback that looks whether the connection is there',
  'stop watching': 'the callback that stops watching a socket',
  'connection is made': "the protocol's connection_made",
  'connection is ready': 'the callback that hands the connection over',
  'handler ended': "the callback of the handler's end",
};

/** Whether asyncio itself put a callback there, and not the program. */
export function isAsyncios(callback: string): boolean {
  return callback in CALLBACKS || /^_\w+\._/.test(callback);
}

/** What is in the queue, in words: "**work 2**", "gather's callback". */
export function entryName(schedule: Schedule, { callback, target }: Entry): string {
  if (callback === undefined) return target === undefined ? 'a callback' : bold(schedule, target);
  const own = CALLBACKS[callback] ?? code(callback);
  return target === undefined || isLoop(schedule, target)
    ? own
    : `${own} for ${bold(schedule, target)}`;
}

/** Lanes that wait for others to end, and for which of them they still wait. */
export function waitingFor({ schedule, state }: Scene, member: number): Missing[] {
  return state.lanes.flatMap(({ waits }, lane) => {
    if (!waits || !('lanes' in waits)) return [];
    if (waits.for === 'generator' || waits.for === 'started') return [];
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
