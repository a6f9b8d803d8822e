import type { Schedule } from './schedule.ts';

/** When the program was over, in microseconds. By itself, since the player needs it and no spans. */
export function totalOf(schedule: Schedule): number {
  const last = schedule.steps.at(-1);
  if (!last) return 0;
  return last.at + ('lasts' in last ? (last.lasts ?? 0) : 0);
}
