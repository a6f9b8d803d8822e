import { partOf, type Figure, type Part } from './part.ts';

/** Marks the line that the reader's step is on, and keeps it in view inside its own box. */
export function programPart({ root, schedule }: Figure): Part {
  const box = partOf(root, '.program');
  const lines = [...box.querySelectorAll('li')];
  return {
    show(step) {
      const line = lineAt(schedule.steps, step);
      lines.forEach((item) => {
        if (item.value === line) item.setAttribute('aria-current', 'step');
        else item.removeAttribute('aria-current');
      });
    },
  };
}

/** The loop's own steps have no line: the code then shows none. */
function lineAt(steps: Figure['schedule']['steps'], step: number): number | undefined {
  const at = steps[step];
  return at?.line ?? (at?.kind === 'pick' ? steps[step + 1]?.line : undefined);
}
