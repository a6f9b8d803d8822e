import type { Schedule, Step, StepOf, Wait } from '#model/schedule.ts';
import { timeWords } from '#model/words/time-words.ts';
import { setterOf } from '#model/words/timers.ts';
import type { Party } from './conversation.ts';
import type { Label } from './labels.ts';
import { laneParty } from './parties.ts';

/** What has to be known around a step to say what it hands over. */

/** A thread that waits on its own sleeps; a sleep that is over at once is none. */
export function ownSleep(
  schedule: Schedule,
  { waits, at }: StepOf<'wait'>,
  label: Label,
): readonly Label[] {
  if (waits.for !== 'timer') return [label];
  const { due = at } = setterOf(schedule, waits.timer) ?? {};
  return due === at
    ? []
    : [{ says: `sleeps until ${timeWords(schedule).full(due)}`, always: 'sleeps' }];
}

/** A worker of an executor that has no call. */
export function isIdle({ resources }: Schedule, waits: Wait): boolean {
  return waits.for === 'resource' && resources[waits.resource]?.kind === 'executor';
}

export function loopOf({ lanes }: Schedule, lane: number): number | undefined {
  let on: number | undefined = lane;
  while (on !== undefined && lanes[on]?.kind !== 'loop') on = lanes[on]?.on;
  return on;
}

export const isThread = ({ lanes }: Schedule, lane: number): boolean =>
  lanes[lane]?.kind === 'thread';

/** Into which loop a thread puts something, where there is no choice. */
export function theOnlyLoop({ lanes }: Schedule): Party | undefined {
  const loops = lanes.flatMap(({ kind }, lane) => (kind === 'loop' ? [lane] : []));
  const [only] = loops;
  return loops.length === 1 && only !== undefined ? laneParty(only) : undefined;
}

/** The exception with which a task's turn begins. */
export function thrownIn(schedule: Schedule, { target }: StepOf<'pick'>, n: number) {
  for (let at = n + 1; at < schedule.steps.length; at++) {
    const step = schedule.steps[at];
    if (step?.lane !== target) return undefined;
    if (step.kind === 'throw') return { n: at, exception: step.exception };
    // Before it is thrown in, its timer is dropped.
    if (step.kind !== 'drop-timer') return undefined;
  }
  return undefined;
}

/** The lane that gets what was sent to another process: what goes into a pipe comes out in its order. */
export function receiverOf({ steps }: Schedule, n: number): number | undefined {
  const sent = steps[n];
  if (sent?.kind !== 'transfer') return undefined;
  const like = steps.filter(
    (step): step is StepOf<'transfer'> =>
      step.kind === 'transfer' && step.bytes === sent.bytes && step.resource === sent.resource,
  );
  const before = like.filter(({ does }) => does === 'send').indexOf(sent);
  return like.filter(({ does }) => does === 'receive')[before]?.lane;
}

/** Whether the lane's next deed is to end with the very exception: then its end says it. */
export function endsWith(
  schedule: Schedule,
  { lane, exception }: StepOf<'raise'>,
  n: number,
): boolean {
  const next = schedule.steps.find(
    (step, at) => at > n && step.lane === lane && step.kind !== 'leave' && step.kind !== 'raise',
  );
  return next?.kind === 'end' && next.how === 'raised' && next.exception === exception;
}

/** A line is noted once for each time that a lane comes to it. */
export function isFirstOnLine({ steps }: Schedule, { lane, line, kind }: Step, n: number): boolean {
  if (kind === 'enter' || kind === 'leave' || kind === 'drop-timer' || kind === 'throw')
    return false;
  const before = steps.findLast(
    (step, at) => at < n && step.lane === lane && step.kind !== 'throw',
  );
  return before === undefined || before.line !== line || before.kind === 'wait';
}
