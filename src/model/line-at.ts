import type { Schedule } from './schedule.ts';

/** The line of the program that a step is on. The loop's own steps have none. */
export function lineAt(steps: Schedule['steps'], step: number): number | undefined {
  const at = steps[step];
  return at?.line ?? (at?.kind === 'pick' ? steps[step + 1]?.line : undefined);
}
