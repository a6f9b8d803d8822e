import { firstThatFits, fitted, stripWidth } from './fit.ts';
import { anchored, escapeText, percent, tag } from './svg.ts';

/** Draws the dimension line over one side of a comparison: its total, and how much less that is than the other's. */
export interface Totals {
  /** "1.0 s in all" and "2.0 s less: the three waits overlap", each with what is heavy in it first. */
  readonly total: readonly [string, string];
  readonly less?: readonly [string, string] | undefined;
  /** Where the side ends, as a fraction of the axis that both share. */
  readonly end: number;
  readonly names: number;
}

const LINE = 34;
const SIZE = 17;

export function drawTotals({ total, less, end, names }: Totals): string {
  return [
    part(0, end),
    words(0, total),
    ...(less ? [part(end, 1), ...drawLess(less, end, names)] : []),
  ].join('');
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
