import { lineAt } from '#model/line-at.ts';
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
