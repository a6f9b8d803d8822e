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
  const items = new Map(itemsOf(frame));
  for (const [step, item] of items) item.prepend(linkTo(step, figure));
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
      marked = items.get(step);
      if (!marked) return;
      marked.setAttribute('aria-current', 'step');
      const below = marked.getBoundingClientRect().top - frame.getBoundingClientRect().top;
      frame.scrollTop += below - frame.clientHeight / 2;
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

/** The steps of the table: all of them, or those whose numbers they have. */
function itemsOf(frame: Element): (readonly [number, HTMLLIElement])[] {
  return [...frame.querySelectorAll('li')].map((item, n) => [
    item.value ? item.value - 1 : n,
    item,
  ]);
}

function linkTo(step: number, { root, schedule }: Figure): HTMLAnchorElement {
  const link = document.createElement('a');
  link.href = `#${root.id}--${momentOf(schedule, step)}`;
  link.dataset['step'] = String(step);
  link.textContent = String(step + 1);
  return link;
}
