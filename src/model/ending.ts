import type { Ending, Schedule } from './schedule.ts';

/** How a lane's life ended: as the recorder says, or thrown away while it waited, as Python does with a lost task. */
export type LifeEnd = Ending | 'destroyed';

/** How a lane ended and at which step; without a step it was there to the last. */
export function endingOf(
  { lanes, steps }: Schedule,
  lane: number,
): { readonly how: LifeEnd; readonly step?: number } {
  const { how = 'pending', ended } = lanes[lane] ?? {};
  if (ended !== undefined) return { how, step: ended };
  // Python complains about a task that has not ended only when it throws it away.
  const lost = steps.findIndex((step) => step.kind === 'warn' && step.about === lane);
  return lost < 0 ? { how } : { how: 'destroyed', step: lost };
}

/** For each lane the clock reading at which it ended, in microseconds; null where it did not. */
export function endsOf(schedule: Schedule): (number | null)[] {
  return schedule.lanes.map((_, lane) => {
    const { step } = endingOf(schedule, lane);
    return step === undefined ? null : (schedule.steps[step]?.at ?? null);
  });
}
