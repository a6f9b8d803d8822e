import { momentOf, stepAt } from '#model/words/moments.ts';
import type { Figure } from './parts/part.ts';

/** The address of a step within its figure: a key step's slug where there is one. */
export function momentAt({ keySteps, schedule }: Figure, step: number): string {
  const [slug] = [...keySteps].find(([, key]) => key === step) ?? [];
  return slug ?? momentOf(schedule, step);
}

/** The step that an address names; undefined when this moment is gone. */
export function stepOfMoment({ keySteps, schedule }: Figure, moment: string): number | undefined {
  return keySteps.get(moment) ?? stepAt(schedule, moment);
}
