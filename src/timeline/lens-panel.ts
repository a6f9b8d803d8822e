import type { FigureWords, RowWords } from '#model/figure-words.ts';
import type { Schedule } from '#model/schedule.ts';
import { drawLens, lensHeight, type LensDrawing } from './draw-lens.ts';
import { drawStanding, laneWidth } from './draw-standing.ts';
import type { Column, Lens } from './lens.ts';
import { escapeText, tag } from './svg.ts';

/**
 * The opened instant as HTML: drawn by the build for the resting figure, and by the script for every
 * other moment. `number` is the instant's place among all.
 */
export function lensPanel(
  schedule: Schedule,
  words: FigureWords,
  number: number,
  lens: Lens,
  { hatch, crowded, present }: Pick<LensDrawing, 'hatch' | 'crowded' | 'present'>,
  /** Said beside the clock: at rest of the whole instant, else of the present turn. */
  subtitle = presentTurn(lens, present ?? 0),
): string {
  const drawing: LensDrawing = {
    nameOf: (lane) => schedule.lanes[lane]?.name ?? '',
    isLoop: (lane) => schedule.lanes[lane]?.kind === 'loop',
    hatch,
    crowded,
    present,
  };
  const { clock = '', rows = [] } = words.instants[number] ?? {};
  const head = tag(
    'p',
    { class: 'opened-head' },
    tag('b', {}, `Inside ${clock}`),
    ' ',
    tag('small', {}, subtitle),
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
  const { before, behind } = otherInstants(schedule, words, number);
  const names = lens.lanes.map(({ lane }) => tag('span', {}, escapeText(drawing.nameOf(lane))));
  return (
    head +
    picture +
    tag(
      'ol',
      { class: 'turn-list' },
      ...before,
      tag(
        'li',
        { class: `standing-names lanes-${laneWidth(lens)}`, 'aria-hidden': 'true' },
        ...names,
      ),
      ...rows.map((row) => drawRow(row, lens, drawing)),
      ...behind,
    )
  );
}

function presentTurn({ columns }: Lens, present: number): string {
  const column = columns.findLast(({ first }) => first <= present);
  if (!column) return 'before the first turn';
  return column.turn.number === undefined ? 'the loop itself' : `turn ${column.turn.number}`;
}

/** So many other instants have a line in the list. */
const OTHERS = 4;

/** Other instants on a line each, which opens them: those before and behind the opened one. */
function otherInstants(
  { steps }: Schedule,
  { instants }: FigureWords,
  here: number,
): Record<'before' | 'behind', string[]> {
  const told = instants
    .map(({ line, rows }, number) => ({ number, line, step: rows[0]?.first ?? steps.length - 1 }))
    .filter(({ number, line }) => line || number === here);
  const place = told.findIndex(({ number }) => number === here);
  const from = Math.max(0, Math.min(place - 1, told.length - 1 - OTHERS));
  const near = told.slice(from, from + OTHERS + 1);
  const draw = ({ line, step }: (typeof near)[number]) =>
    tag(
      'li',
      { class: 'other-instant', 'data-step': step },
      tag('span', { class: 'turn-open' }, '▸'),
      tag('span', {}, line),
    );
  const more = instants.length - near.length;
  const rest =
    more > 0
      ? [
          tag(
            'li',
            { class: 'other-instant' },
            tag('span', { class: 'turn-open' }, '…'),
            `and ${more} more instant${more === 1 ? '' : 's'}`,
          ),
        ]
      : [];
  return {
    before: near.filter(({ number }) => number < here).map(draw),
    behind: [...near.filter(({ number }) => number > here).map(draw), ...rest],
  };
}

function drawRow(row: RowWords, lens: Lens, drawing: LensDrawing): string {
  const columns = lens.columns.filter(({ first, last }) => first <= row.last && last >= row.first);
  const [first, last] = [columns[0], columns.at(-1)];
  if (!first || !last) return '';
  const [from, to] = row.numbers ?? [];
  const sign =
    from === undefined
      ? tag('span', { class: 'loop-sign' })
      : tag('b', { class: 'turn-number' }, from === to ? String(from) : `${from}–${to}`);
  return tag(
    'li',
    { class: presence(first, last, drawing.present) },
    drawStanding(lens, first, last, drawing),
    sign,
    tag('span', { class: 'turn-words' }, `${row.who} ${row.says}`),
    tag('span', { class: 'turn-lines' }, escapeText(row.lines)),
  );
}

function presence(first: Column, last: Column, present: number | undefined): string {
  if (present === undefined || last.last < present) return '';
  return first.first > present ? 'to-come' : 'present-turn';
}
