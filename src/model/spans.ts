import type { Cause, Schedule, Wait } from './schedule.ts';
import { totalOf } from './total.ts';
import { statesOf, type LaneState, type Phase } from './state.ts';

/** A stretch of one lane in one state; in a figure, a bar. */
export interface Span {
  readonly lane: number;
  readonly state: Exclude<Phase, 'unborn' | 'done'>;
  /** Microseconds; equal to `to` for what happens inside an instant. */
  readonly from: number;
  readonly to: number;
  /** The step that began it, and the one that ended it (or the last of all). */
  readonly first: number;
  readonly last: number;
  readonly waits?: Wait | undefined;
  readonly cause?: Cause | undefined;
  /** The line that the lane was on when it began to wait or to block. */
  readonly line?: number | undefined;
}

/** All spans of all lanes, lane by lane, each lane's in order and without gaps from its birth to its end. */
export function spansOf(schedule: Schedule): readonly Span[][] {
  const open: (Begun | undefined)[] = schedule.lanes.map(() => undefined);
  const spans: Span[][] = schedule.lanes.map(() => []);
  const close = (lane: number, to: number, last: number) => {
    const begun = open[lane];
    if (begun) spans[lane]?.push({ lane, ...begun, to, last });
    open[lane] = undefined;
  };

  let before: readonly LaneState[] = [];
  for (const { lanes, at, step } of statesOf(schedule)) {
    lanes.forEach((state, lane) => {
      if (state === before[lane] || state.since !== step) return;
      close(lane, at, step);
      open[lane] = begin(state, at, step);
    });
    before = lanes;
  }
  const end = totalOf(schedule);
  open.forEach((_, lane) => close(lane, end, schedule.steps.length - 1));
  return spans;
}

/** Whether a lane stays as it is for good: it waits, holds its loop, or is ready, and nobody will ever go on; or a host never answers. */
export function isEndless(
  { ends, steps, lanes }: Schedule,
  { lane, last, state, waits }: Span,
): boolean {
  return (
    ends.how === 'deadlock' &&
    state !== 'running' &&
    last === steps.length - 1 &&
    lanes[lane]?.how === 'pending' &&
    (waits?.for !== 'outside' || waits.busy > 0)
  );
}

type Begun = Omit<Span, 'lane' | 'to' | 'last'>;

function begin({ phase, waits, cause, line }: LaneState, from: number, first: number) {
  if (phase === 'unborn' || phase === 'done') return undefined;
  return { state: phase, from, first, waits, cause, line } satisfies Begun;
}
