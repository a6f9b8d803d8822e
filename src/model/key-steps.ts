import type { Schedule } from './schedule.ts';
import type { KeyStep } from './example.ts';
export function keyStepNumbers(
  schedule: Schedule,
  steps: readonly KeyStep[],
): Record<string, number> {
  const o: Record<string, number> = {};
  for (const { slug, when } of steps) {
    let c = 0;
    schedule.steps.forEach((s, n) => {
      if (
        s.kind === when.kind &&
        schedule.lanes[s.lane]?.name === when.lane &&
        (when.line === undefined || s.line === when.line)
      ) {
        c++;
        if (c === (when.count ?? 1)) o[slug] = n;
      }
    });
  }
  return o;
}
