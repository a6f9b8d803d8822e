import { momentOf, stepAt } from '#model/words/moments.ts';
import type { Figure } from './parts/part.ts';

/** The address of a step within its figure: a key step's slug where there is one. */
export function momentAt({ data, schedule }: Figure, step: number): string {
  const [slug] = Object.entries(data.keySteps).find(([, key]) => key === step) ?? [];
  return slug ?? momentOf(schedule, step);
}

/** The step that an address names; undefined when this moment is gone. */
export function stepOfMoment({ data, schedule }: Figure, moment: string): number | undefined {
  return data.keySteps[moment] ?? stepAt(schedule, moment);
}
