import { hasThreads, isProcessor } from './processors.ts';
import type { Schedule } from './schedule.ts';
import { totalOf } from './spans.ts';
import { threadOf } from './state.ts';

/** What threads share, as stretches of time: who has the GIL, and which calls wait in an executor's queue. */

interface Stretch {
  /** Microseconds. */
  readonly from: number;
  readonly to: number;
  /** The step that began it. */
  readonly first: number;
}

/** From an acquire of the GIL to the release that answers it. */
export interface GilStretch extends Stretch {
  /** The lane that took it; of a thread with a loop, the loop. */
  readonly lane: number;
}

/** Where time passes; none where there is no GIL or only one thread. */
export function gilStretches(schedule: Schedule): readonly GilStretch[] {
  if (!hasThreads(schedule) || !schedule.provenance.machine.gil) return [];
  const stretches: GilStretch[] = [];
  let open: Omit<GilStretch, 'to'> | undefined = { lane: 0, from: 0, first: 0 };
  const close = (to: number) => {
    const before = stretches.at(-1);
    if (open && before?.lane === open.lane && before.to === open.from)
      stretches[stretches.length - 1] = { ...before, to };
    else if (open && to > open.from) stretches.push({ ...open, to });
    open = undefined;
  };
  schedule.steps.forEach((step, first) => {
    if (!isProcessor(step)) return;
    if (step.does === 'release') close(step.at);
    if (step.does === 'acquire')
      open = { lane: shownAs(schedule, step.lane), from: step.at, first };
  });
  close(totalOf(schedule));
  return stretches;
}

/** A thread that runs a loop is known by it: its tasks have the GIL one after the other. */
function shownAs(schedule: Schedule, lane: number): number {
  const thread = threadOf(schedule, lane);
  const loop = schedule.lanes.findIndex(({ kind, on }) => kind === 'loop' && on === thread);
  return loop < 0 ? thread : loop;
}

export interface CallStretch extends Stretch {
  readonly resource: number;
  /** In the order in which they were handed over: the first is taken next. */
  readonly calls: readonly string[];
}

/** Calls that an executor was handed and none of its threads has taken yet, where time passes. */
export function callStretches(schedule: Schedule): readonly CallStretch[] {
  return schedule.resources.flatMap(({ kind }, resource) =>
    kind === 'executor' ? stretchesOf(schedule, resource) : [],
  );
}

function stretchesOf(schedule: Schedule, resource: number): CallStretch[] {
  const stretches: CallStretch[] = [];
  let open: Omit<CallStretch, 'to'> = { resource, calls: [], from: 0, first: 0 };
  const close = (to: number) => {
    if (to > open.from && open.calls.length > 0) stretches.push({ ...open, to });
  };
  schedule.steps.forEach((step, first) => {
    if (step.kind !== 'use' || step.resource !== resource || step.call === undefined) return;
    const { call } = step;
    close(step.at);
    const calls =
      step.does === 'put' ? [...open.calls, call] : open.calls.filter((other) => other !== call);
    open = { ...open, calls, from: step.at, first };
  });
  close(totalOf(schedule));
  return stretches;
}

/** The call that a thread of an executor works on after a step. */
export function callAt({ steps }: Schedule, lane: number, n: number): string | undefined {
  const step = steps.findLast(
    (one, at) =>
      at <= n &&
      one.lane === lane &&
      (one.kind === 'settle' || (one.kind === 'use' && one.does === 'get' && one.call)),
  );
  return step?.kind === 'use' ? step.call : undefined;
}
