import { spansOf } from '#model/spans.ts';
import { totalOf } from '#model/total.ts';
import { stateAt } from '#model/state.ts';
import { totalsBefore } from '#model/totals.ts';
import { momentOf } from '#model/words/moments.ts';
import { timeWordsFor } from '#model/words/time-words.ts';
import { escapeText, tag } from '#timeline/svg.ts';
import { partOf, type Figure, type Part } from '../parts/part.ts';
import { panelsOf } from './panels.ts';

/** Inspect, opened: what lies behind the reader's moment; at rest, behind the last one. */
export function inspectPart(figure: Figure): Part {
  const { root, schedule, last } = figure;
  const box = partOf(root, '.inspect');
  const panels = document.createElement('div');
  panels.className = 'panels';
  const changing = document.createElement('div');
  panels.append(changing);
  const output = box.querySelector('.printed');
  if (output) panels.append(output);
  partOf(box, 'summary').after(
    chooser(figure, () => show(now)),
    panels,
  );
  const frame = partOf(box, '.table-frame');
  const rows = new Map(rowsOf(box).map((row) => [stepOfRow(row), row]));
  for (const [step, row] of rows) link(row, `#${root.id}--${momentOf(schedule, step)}`);
  const printed = [...box.querySelectorAll<HTMLElement>('.output [data-step]')];
  const spans = spansOf(schedule);
  const time = timeWordsFor([
    ...schedule.steps.flatMap((step) =>
      step.kind === 'set-timer' ? [step.at, step.due] : step.at,
    ),
    totalOf(schedule),
  ]).full;
  let now = last;

  const show = (step: number) => {
    now = step;
    const state = stateAt(schedule, step);
    const at = step === last ? totalOf(schedule) : state.at;
    const chosen = partOf<HTMLSelectElement>(box, '.chosen-lane select').value;
    const lane = chosen === '' ? (schedule.steps[step]?.lane ?? 0) : Number(chosen);
    const told = panelsOf(schedule, state, totalsBefore(schedule, spans, at), lane, time);
    changing.innerHTML = told
      .map(({ title, html }) =>
        tag('section', { tabindex: 0, 'aria-label': title }, tag('b', {}, escapeText(title)), html),
      )
      .join('');
    for (const line of printed)
      line.classList.toggle('to-come', Number(line.dataset['step']) > step);
  };

  let marked: HTMLElement | undefined;
  return {
    show(step) {
      show(step);
      marked?.removeAttribute('aria-current');
      marked = rows.get(step);
      if (!marked) return;
      marked.setAttribute('aria-current', 'step');
      frame.scrollTop = marked.offsetTop - frame.clientHeight / 2;
    },
    rest: () => show(last),
  };
}

/** Which lane's call stack is shown: the one of the step, or one that the reader holds on to. */
function chooser({ schedule }: Figure, changed: () => void): HTMLElement {
  const label = document.createElement('label');
  label.className = 'chosen-lane';
  label.innerHTML = `Call stack of ${tag(
    'select',
    {},
    '<option value="">whoever acts</option>',
    ...schedule.lanes.map(
      ({ name }, lane) => `<option value="${lane}">${escapeText(name)}</option>`,
    ),
  )}`;
  label.addEventListener('change', (event) => {
    event.stopPropagation();
    changed();
  });
  return label;
}

function rowsOf(box: Element): HTMLTableRowElement[] {
  return [...box.querySelectorAll<HTMLTableRowElement>('.table-frame tbody tr')];
}

function stepOfRow({ cells }: HTMLTableRowElement): number {
  return Number(cells[0]?.textContent) - 1;
}

function link({ cells }: HTMLTableRowElement, address: string): void {
  const number = cells[0];
  if (!number) return;
  const anchor = document.createElement('a');
  anchor.href = address;
  anchor.dataset['step'] = String(Number(number.textContent) - 1);
  anchor.textContent = number.textContent;
  number.replaceChildren(anchor);
}
