import type { Schedule } from '#model/schedule.ts';
import { instantsOf, type Instant } from '#model/turns.ts';
import { instantLine, instantWords } from '#model/words/turn-words.ts';
import { markupToHtml } from '#model/words/markup.ts';
import { grouped } from '#model/words/names.ts';
import { timeWords } from '#model/words/time-words.ts';
import { drawLens, lensHeight, type LensDrawing } from '#timeline/draw-lens.ts';
import { drawStanding } from '#timeline/draw-standing.ts';
import type { Column, Lens } from '#timeline/lens.ts';
import { escapeText, tag } from '#timeline/svg.ts';

/** The opened instant as HTML: drawn by the build for the resting figure, and by the script for every other moment. */
export function lensPanel(
  schedule: Schedule,
  lens: Lens,
  { hatch, crowded, present }: Pick<LensDrawing, 'hatch' | 'crowded' | 'present'>,
): string {
  const drawing: LensDrawing = {
    nameOf: (lane) => schedule.lanes[lane]?.name ?? '',
    isLoop: (lane) => schedule.lanes[lane]?.kind === 'loop',
    hatch,
    crowded,
    present,
  };
  const head = tag(
    'h4',
    {},
    `Inside ${timeWords(schedule).full(lens.instant.at)}`,
    tag(
      'small',
      {},
      escapeText(present === undefined ? subtitle(lens) : presentTurn(lens, present)),
    ),
  );
  const picture = tag(
    'div',
    { class: 'lens-drawing' },
    tag(
      'svg',
      { height: lensHeight(lens, crowded), 'aria-hidden': 'true' },
      drawLens(lens, drawing),
    ),
  );
  const { before, behind } = otherInstants(schedule, lens);
  const names = lens.lanes.map(({ lane }) => tag('span', {}, escapeText(drawing.nameOf(lane))));
  return (
    head +
    picture +
    tag('div', { class: 'standing-names', 'aria-hidden': 'true' }, ...names) +
    tag('ol', { class: 'turn-list' }, ...before, ...rows(schedule, lens, drawing), ...behind)
  );
}

function subtitle({ columns, turns }: Lens): string {
  const numbers = columns.flatMap(({ turn }) => turn.number ?? []);
  const [first, last] = [numbers[0], numbers.at(-1)];
  if (first === undefined || last === undefined) return 'no time passes';
  if (first === last) return `turn ${first}; no time passes`;
  const between = last === first + 1 ? 'and' : 'to';
  const which = `turns ${first} ${between} ${last}`;
  return turns > columns.length
    ? `${which}, and ${turns - columns.length} more; no time passes`
    : `${which}, one after the other; no time passes`;
}

/** So many other instants have a line in the list. */
const OTHERS = 4;

/** Other instants on a line each, which opens them: those before and behind the opened one. */
function otherInstants(
  schedule: Schedule,
  { instant }: Lens,
): Record<'before' | 'behind', string[]> {
  const instants = instantsOf(schedule);
  const here = instants.findIndex(({ first }) => first === instant.first);
  const from = Math.max(0, Math.min(here - 1, instants.length - 1 - OTHERS));
  const near = instants.slice(from, from + OTHERS + 1);
  const line = (other: Instant) =>
    tag(
      'li',
      { class: 'other-instant' },
      tag('span', { class: 'turn-open' }, '▸'),
      tag('a', { 'data-step': other.first }, markupToHtml(instantLine(schedule, other))),
    );
  const more = instants.length - near.length;
  const rest =
    more > 0
      ? [
          tag(
            'li',
            { class: 'other-instant' },
            tag('span', {}),
            tag('span', {}, `and ${more} more`),
          ),
        ]
      : [];
  return {
    before: near.filter(({ at }) => at < instant.at).map(line),
    behind: [...near.filter(({ at }) => at > instant.at).map(line), ...rest],
  };
}

function presentTurn({ columns }: Lens, present: number): string {
  const column = columns.findLast(({ first }) => first <= present);
  if (!column) return 'before the first turn';
  return column.turn.number === undefined ? 'the loop itself' : `turn ${column.turn.number}`;
}

function rows(schedule: Schedule, lens: Lens, drawing: LensDrawing): string[] {
  return instantWords(schedule, lens.instant).flatMap((row) => {
    const columns = lens.columns.filter(
      ({ first, last }) => first <= row.last && last >= row.first,
    );
    const [first, last] = [columns[0], columns.at(-1)] satisfies (Column | undefined)[];
    if (!first || !last) return [];
    const { present } = drawing;
    const state =
      present === undefined || last.last < present
        ? ''
        : first.first > present
          ? 'to-come'
          : 'present-turn';
    const [from, to] = row.numbers ?? [];
    const sign =
      from === undefined
        ? tag('span', { class: 'loop-sign' })
        : tag('b', { class: 'turn-number' }, from === to ? String(from) : `${from}–${to}`);
    return tag(
      'li',
      { class: state },
      drawStanding(lens, first, last, drawing),
      sign,
      tag('span', { class: 'turn-words' }, markupToHtml(`**${grouped(row.who)}** ${row.says}`)),
      tag('span', { class: 'turn-lines' }, escapeText(row.lines)),
    );
  });
}
