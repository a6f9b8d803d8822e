import { processOf } from '#model/processes.ts';
import type { Schedule } from '#model/schedule.ts';

/**
 * The lanes that a figure shows, in its order: tasks and generators as they were born, the loop last.
 * The main thread is shown only where it does more than start the loop and hand on an exception.
 */
export function shownLanes(schedule: Schedule): readonly number[] {
  const numbers = schedule.lanes.map((_, lane) => lane);
  const loops = numbers.filter((lane) => schedule.lanes[lane]?.kind === 'loop');
  const others = numbers.filter((lane) => !loops.includes(lane) && !tidiesUp(schedule, lane));
  const acting = others.filter((lane) => lane !== 0 || loops.length === 0 || acts(schedule, lane));
  const shown = [...acting, ...loops];
  // A process has its lanes in one place, whatever they are.
  return shown.toSorted((a, b) => processOf(schedule, a) - processOf(schedule, b));
}

const QUIET = [
  'line',
  'create',
  'queue',
  'wait',
  'end',
  'enter',
  'leave',
  'raise',
  'catch',
  'warn',
  'gil',
  'core',
];

/** The task in which asyncio.run ends its executor, and the thread that this one waits for, where that takes no time. */
function tidiesUp({ lanes, steps }: Schedule, lane: number): boolean {
  const { kind, runs, parent, born, ended } = lanes[lane] ?? {};
  const own = kind === 'thread' && parent !== undefined && lanes[parent]?.runs === TIDYING;
  if (!own) return runs === TIDYING;
  return ended !== undefined && steps[ended]?.at === steps[born ?? 0]?.at;
}

const TIDYING = 'shutdown_default_executor';

function acts({ steps }: Schedule, lane: number): boolean {
  return steps.some(
    (step) =>
      step.lane === lane &&
      !QUIET.includes(step.kind) &&
      !(step.kind === 'print' && step.stream === 'stderr'),
  );
}
