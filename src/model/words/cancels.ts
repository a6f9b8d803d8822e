import type { Schedule, StepOf, Wait } from '../schedule.ts';
import { nameOf } from './names.ts';

/** Who asked for a cancellation, in the few words that stand at its arrow, from long to short: "main calls cancel()". */
export function cancelWords(schedule: Schedule, n: number): readonly [string, ...string[]] {
  const { steps, lanes } = schedule;
  const step = steps[n];
  if (step?.kind !== 'cancel') throw new RangeError(`Step ${n} cancels nothing.`);
  const from = passedOnBy(schedule, n, step);
  if (from !== undefined) return [`${possessive(schedule, from)} cancel passes on`, 'passed on'];
  const by = lanes[step.lane]?.kind;
  if (by === 'thread') return ['asyncio.run cancels it', 'asyncio.run'];
  if (by !== 'loop')
    return inGroup(schedule, n, step)
      ? groupWords(schedule, step.lane, step.target)
      : [`${nameOf(schedule, step.lane)} calls cancel()`, 'cancel()'];
  const before = steps[n - 1];
  if (before?.kind === 'signal') return [`the handler of ${before.name} cancels it`, before.name];
  return callbackWords(schedule, lastCall(schedule, n), step.target);
}

/** Whose cancellation this one follows from: of those just before it, the latest of a lane that waits for the target. */
function passedOnBy(
  { steps }: Schedule,
  n: number,
  { lane, target }: StepOf<'cancel'>,
): number | undefined {
  for (let i = n - 1; i >= 0; i--) {
    const before = steps[i];
    if (before?.kind !== 'cancel' || before.lane !== lane) return undefined;
    const waits = lastWait(steps, i, before.target);
    if (waits && 'lanes' in waits && waits.lanes.includes(target)) return before.target;
  }
  return undefined;
}

/** A task that waited for its group and goes on while a task of it is there: it is still inside the group's end. */
function inGroup({ steps }: Schedule, n: number, { lane, target }: StepOf<'cancel'>): boolean {
  const waits = lastWait(steps, n, lane);
  return waits?.for === 'group' && waits.lanes.includes(target);
}

/** What a lane waited for last before a step. */
function lastWait(steps: Schedule['steps'], before: number, lane: number): Wait | undefined {
  const found = steps.findLast(
    (step, i) => i < before && step.kind === 'wait' && step.lane === lane,
  );
  return found?.kind === 'wait' ? found.waits : undefined;
}

/** The loop cancels in somebody's stead: what it was called to do says whose. */
function callbackWords(
  schedule: Schedule,
  call: StepOf<'call'> | undefined,
  target: number,
): [string, ...string[]] {
  const { callback, target: owner = target } = call ?? {};
  switch (callback) {
    case 'timeout':
      return [`${possessive(schedule, owner)} timeout cancels it`, 'timeout cancels it', 'timeout'];
    case 'group counts':
      return groupWords(schedule, owner, target);
    default:
      return ['the loop cancels it', 'the loop'];
  }
}

function groupWords(schedule: Schedule, owner: number, target: number): [string, ...string[]] {
  return owner === target
    ? ['its task group cancels it', 'its task group']
    : [`${possessive(schedule, owner)} task group cancels it`, 'task group'];
}

function lastCall({ steps }: Schedule, n: number): StepOf<'call'> | undefined {
  const call = steps.findLast((step, i) => i < n && step.kind === 'call');
  return call?.kind === 'call' ? call : undefined;
}

function possessive(schedule: Schedule, lane: number): string {
  return `${nameOf(schedule, lane)}’s`;
}
