import { tidiesUp } from '#model/own-lanes.ts';
import { processOf } from '#model/processes.ts';
import type { Schedule } from '#model/schedule.ts';
import { isOutside } from '#model/state.ts';

/**
 * The lanes that a figure shows, in its order: tasks and generators as they were born, the loop, and
 * below it who is outside the program.
 * The main thread is shown only where it does more than start the loop and hand on an exception.
 */
export function shownLanes(schedule: Schedule): readonly number[] {
  const numbers = schedule.lanes.map((_, lane) => lane);
  const loops = numbers.filter((lane) => schedule.lanes[lane]?.kind === 'loop');
  const outer = numbers.filter((lane) => isOutside(schedule, lane));
  const others = numbers.filter(
    (lane) => !loops.includes(lane) && !outer.includes(lane) && !tidiesUp(schedule, lane),
  );
  const acting = others.filter((lane) => lane !== 0 || loops.length === 0 || acts(schedule, lane));
  const shown = [...acting, ...loops, ...outer];
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

function acts({ steps }: Schedule, lane: number): boolean {
  return steps.some(
    (step) =>
      step.lane === lane &&
      !QUIET.includes(step.kind) &&
      !(step.kind === 'print' && step.stream === 'stderr'),
  );
}
