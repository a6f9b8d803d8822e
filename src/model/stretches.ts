import { processOf } from './processes.ts';
import { hasThreads, isProcessor } from './processors.ts';
import type { Schedule } from './schedule.ts';
import { totalOf } from './total.ts';
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
  readonly thread: number;
  readonly process: number;
}

/** Where time passes; none where there is no GIL or only one thread. */
export function gilStretches(schedule: Schedule): readonly GilStretch[] {
  if (!hasThreads(schedule) || !schedule.provenance.machine.gil) return [];
  const stretches: GilStretch[] = [];
  const open = new Map<number, Omit<GilStretch, 'to'>>();
  const close = (process: number, to: number) => {
    const one = open.get(process);
    const before = stretches.findLast((other) => other.process === process);
    if (one && before?.thread === one.thread && before.to === one.from)
      stretches[stretches.indexOf(before)] = { ...before, to };
    else if (one && to > one.from) stretches.push({ ...one, to });
    open.delete(process);
  };
  open.set(0, { thread: 0, process: 0, from: 0, first: 0 });
  schedule.steps.forEach((step, first) => {
    const process = processOf(schedule, step.lane);
    if (step.kind === 'exit' || (isProcessor(step) && step.does === 'release'))
      close(process, step.at);
    if (isProcessor(step) && step.does === 'acquire') {
      const thread = threadOf(schedule, step.lane);
      open.set(process, { thread, process, from: step.at, first });
    }
  });
  for (const process of [...open.keys()]) close(process, totalOf(schedule));
  return stretches;
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
    if (step.kind !== 'use' && step.kind !== 'settle') return;
    const { call } = step;
    if (call === undefined) return;
    // A call that cannot be sent to a process, or whose pool breaks, is settled and never taken.
    const waited = step.kind === 'settle' ? open.calls.includes(call) : step.resource === resource;
    if (!waited) return;
    close(step.at);
    const put = step.kind === 'use' && step.does === 'put';
    const calls = put ? [...open.calls, call] : open.calls.filter((other) => other !== call);
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
