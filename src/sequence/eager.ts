import type { Schedule, StepOf } from '#model/schedule.ts';

/** An eager task runs inside the turn of its maker, up to its first pause: the loop has no part in that. */

/** Whether a task that is made begins on the spot; then nothing is scheduled. */
export function beginsAtOnce({ steps }: Schedule, { child }: StepOf<'create'>, n: number): boolean {
  const next = steps[n + 1];
  return next?.kind === 'resume' && next.target === child;
}

/** In whose turn a task runs at this step, if not in one of its own. */
export function hostOf({ lanes, steps }: Schedule, lane: number, n: number): number | undefined {
  if (lanes[lane]?.kind !== 'task') return undefined;
  const begun = steps.findLast(
    (step, at) =>
      at < n && (step.kind === 'pick' || step.kind === 'resume') && step.target === lane,
  );
  return begun?.kind === 'resume' ? begun.lane : undefined;
}
