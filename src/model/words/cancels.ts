import type { Schedule, StepOf, Wait } from '../schedule.ts';
import { nameOf } from './names.ts';

/** Who asked for a cancellation, in the few words that stand at its arrow: "main calls cancel()". */
export function cancelWords(schedule: Schedule, n: number): string {
  const { steps, lanes } = schedule;
  const step = steps[n];
  if (step?.kind !== 'cancel') throw new RangeError(`Step ${n} cancels nothing.`);
  const from = passedOnBy(schedule, n, step);
  if (from !== undefined) return `${possessive(schedule, from)} cancel passes on`;
  const by = lanes[step.lane]?.kind;
  if (by === 'thread') return 'asyncio.run cancels it';
  if (by !== 'loop')
    return inGroup(schedule, n, step)
      ? `${possessive(schedule, step.lane)} task group cancels it`
      : `${nameOf(schedule, step.lane)} calls cancel()`;
  const before = steps[n - 1];
  if (before?.kind === 'signal') return `the handler of ${before.name} cancels it`;
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
): string {
  const { callback, target: owner = target } = call ?? {};
  switch (callback) {
    case 'timeout':
      return `${possessive(schedule, owner)} timeout cancels it`;
    case 'group counts':
      return owner === target
        ? 'its task group cancels it'
        : `${possessive(schedule, owner)} task group cancels it`;
    default:
      return 'the loop cancels it';
  }
}

function lastCall({ steps }: Schedule, n: number): StepOf<'call'> | undefined {
  const call = steps.findLast((step, i) => i < n && step.kind === 'call');
  return call?.kind === 'call' ? call : undefined;
}

function possessive(schedule: Schedule, lane: number): string {
  return `${nameOf(schedule, lane)}’s`;
}
