import { momentOf } from '#model/words/moments.ts';
import type { Figure, Part } from './part.ts';

/** Marks the reader's step in the table and among the key steps, and makes each row a link to its moment. */
export function tablePart({ root, schedule }: Figure): Part {
  const box = root.querySelector<HTMLDetailsElement>('.inspect');
  const frame = box?.querySelector('.table-frame');
  const rows = [...(box?.querySelectorAll<HTMLTableRowElement>('[data-step]') ?? [])];
  const keySteps = [...root.querySelectorAll<HTMLElement>('.key-steps [data-step]')];
  let present: HTMLElement | undefined;
  for (const row of rows) link(row, `#${root.id}--${momentOf(schedule, stepOf(row))}`);

  const reveal = () => {
    if (!box?.open || !frame || !present) return;
    frame.scrollTop = present.offsetTop - frame.clientHeight / 2;
  };
  box?.addEventListener('toggle', reveal);

  return {
    show(step) {
      present?.removeAttribute('aria-current');
      present = rows.find((row) => stepOf(row) === step);
      present?.setAttribute('aria-current', 'step');
      for (const key of keySteps) mark(key.closest('li'), stepOf(key) === step);
      reveal();
    },
  };
}

const stepOf = (element: HTMLElement) => Number(element.dataset['step']);

function mark(element: Element | null, isPresent: boolean): void {
  if (isPresent) element?.setAttribute('aria-current', 'step');
  else element?.removeAttribute('aria-current');
}

function link(row: HTMLTableRowElement, address: string): void {
  const number = row.cells[0];
  if (!number) return;
  const anchor = document.createElement('a');
  anchor.href = address;
  anchor.textContent = number.textContent;
  number.replaceChildren(anchor);
}
