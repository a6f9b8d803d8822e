import { firstThatFits, fitted, stripWidth, textWidth, type SizeName } from './fit.ts';
import { anchored, escapeText, percent, tag } from './svg.ts';

/** Draws the dimension line over one side of a comparison: its total, and how much less that is than the other's. */
export interface Totals {
  /** "1.0 s" and "in all, the same: each waits for the one before", from the longest wording to the shortest. */
  readonly total: readonly [string, readonly string[]];
  /** "2.0 s less:" and "the three waits overlap". */
  readonly less?: readonly [string, string] | undefined;
  /** Where the side ends, as a fraction of the axis that both share. */
  readonly end: number;
  readonly names: number;
}

const LINE = 34;
const SIZE = 17;
const HEAVY: Readonly<Record<SizeName, number>> = { w: 25, m: 25, n: 22 };

export function drawTotals({ total, less, end, names }: Totals): string {
  return [
    part(0, end),
    ...drawTotal(total, names),
    ...(less ? [part(end, 1), ...drawLess(less, end, names)] : []),
  ].join('');
}

function drawTotal([heavy, light]: Totals['total'], names: number): string[] {
  return fitted((size) => {
    const room = stripWidth(size, names) - textWidth(heavy, HEAVY[size]) - 20;
    return firstThatFits(light, room, SIZE) ?? '';
  }).map(({ value, at }) => words(0, [heavy, value], at));
}

/** The difference stands over its own part of the line where there is room, else it ends with the line. */
function drawLess(less: readonly [string, string], end: number, names: number): string[] {
  const wording = less.join(' ');
  return fitted((size) =>
    size === 'n'
      ? undefined
      : firstThatFits([wording], (1 - end) * stripWidth(size, names) + 60, SIZE) === undefined
        ? 'end'
        : 'start',
  ).map(({ value, at }) =>
    value === 'start'
      ? words(end, less, at)
      : tag(
          'text',
          { x: '100%', y: LINE - 11, class: `total-word total-end ${at}` },
          ...spans(less),
        ),
  );
}

function part(from: number, to: number): string {
  const y = LINE;
  const arrow = (x: number, side: 1 | -1) =>
    anchored(
      x,
      tag('path', {
        class: 'axis',
        d: `M0 ${y - 6}V${y + 6}M${6 * side} ${y - 4}L0 ${y}L${6 * side} ${y + 4}`,
      }),
    );
  return (
    tag('line', { class: 'axis', x1: percent(from), x2: percent(to), y1: y, y2: y }) +
    arrow(from, 1) +
    arrow(to, -1)
  );
}

function words(x: number, text: readonly [string, string], at = ''): string {
  return tag(
    'text',
    { x: percent(x), dx: 5, y: LINE - 11, class: `total-word ${at}`.trim() },
    ...spans(text),
  );
}

function spans([heavy, light]: readonly [string, string]): string[] {
  return [
    tag('tspan', { class: 'total-heavy' }, escapeText(heavy)),
    tag('tspan', { dx: 6 }, escapeText(light)),
  ];
}
