import type { Schedule, StepOf } from '../schedule.ts';
import { nameOf } from './names.ts';

/** Who asked for a cancellation, in the few words that stand at its arrow, from long to short: "main calls cancel()". */
export function cancelWords(schedule: Schedule, n: number): readonly [string, ...string[]] {
  const { steps, lanes } = schedule;
  const step = steps[n];
  if (step?.kind !== 'cancel') throw new RangeError(`Step ${n} cancels nothing.`);
  const passedOn = steps[n - 1];
  if (passedOn?.kind === 'cancel' && passedOn.lane === step.lane)
    return [`${possessive(schedule, passedOn.target)} cancel passes on`, 'passed on'];
  const by = lanes[step.lane]?.kind;
  if (by === 'thread') return ['asyncio.run cancels it', 'asyncio.run'];
  if (by !== 'loop') return [`${nameOf(schedule, step.lane)} calls cancel()`, 'cancel()'];
  return callbackWords(schedule, lastCall(schedule, n), step.target);
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
      return [
        `${owner === target ? 'its' : possessive(schedule, owner)} task group cancels it`,
        'its task group'.slice(owner === target ? 0 : 4),
      ];
    default:
      return ['the loop cancels it', 'the loop'];
  }
}

function lastCall({ steps }: Schedule, n: number): StepOf<'call'> | undefined {
  const call = steps.findLast((step, i) => i < n && step.kind === 'call');
  return call?.kind === 'call' ? call : undefined;
}

function possessive(schedule: Schedule, lane: number): string {
  return `${nameOf(schedule, lane)}’s`;
}
