import { fitted, stripWidth, textWidth, type SizeName } from './fit.ts';
import { anchored, escapeText, percent, tag } from './svg.ts';

/** Draws the dimension line over one side of a comparison: its total, and how much less that is than the other's. */
export interface Totals {
  /** "1.0 s" and "in all, the same: each waits for the one before", from the longest wording to the shortest. */
  readonly total: readonly [string, readonly string[]];
  /** "2.0 s less:" and "the three waits overlap". */
  readonly less?: readonly [string, string] | undefined;
  /** Where the side ends, as a fraction of the axis that both share. */
  readonly end: number;
  /** Where the longer one does, when that is not the end of the axis. */
  readonly longer?: number;
  readonly names: number;
}

const LINE = 34;
const SIZE = 17;
const HEAVY: Readonly<Record<SizeName, number>> = { w: 25, m: 25, n: 22 };

export function drawTotals({ total, less, end, longer = 1, names }: Totals): string {
  const second = (size: SizeName) => less && lessBy(less, total[0], [end, longer], names, size);
  return [
    part(0, end),
    ...drawTotal(total, names, (size) => second(size)?.left),
    ...(less ? [part(end, longer), ...drawLess(second, end, longer)] : []),
  ].join('');
}

type Words = readonly [heavy: string, light: string];

/** Between two wordings on one line, in pixels. */
const APART = 24;
/** What stands before words, and between heavy and light ones. */
const INSET = 5;
const SPACE = 6;
/** Room behind the axis that words may take. */
const ENDS = 56;

function widthOf([heavy, light]: Words, size: SizeName): number {
  return textWidth(heavy, HEAVY[size]) + (light ? SPACE + textWidth(light, SIZE) : 0);
}

/** `left`: in pixels, where something else begins on the line. */
function drawTotal(
  [heavy, light]: Totals['total'],
  names: number,
  left: (size: SizeName) => number | undefined,
): string[] {
  return fitted((size) => {
    const end = left(size);
    const room = end === undefined ? stripWidth(size, names) : end - APART;
    return light.find((each) => INSET + widthOf([heavy, each], size) <= room) ?? '';
  }).map(({ value, at }) => words(0, [heavy, value], at));
}

interface Less {
  readonly text: Words;
  readonly side: 'start' | 'end';
  /** In pixels. */
  readonly left: number;
}

/**
 * The difference stands over its own part of the line, or ends with that; without its reason where
 * that would run into the total. On a phone all of it stands below.
 */
function lessBy(
  [heavy, light]: Words,
  total: string,
  [end, longer]: readonly [number, number],
  names: number,
  size: SizeName,
): Less | undefined {
  if (size === 'n') return undefined;
  const width = stripWidth(size, names);
  const before = INSET + widthOf([total, ''], size) + APART;
  const start = end * width + INSET;
  const short: Words = [heavy.replace(/:$/, ''), ''];
  const long: Words = [heavy, light];
  for (const text of [long, short]) {
    const wide = widthOf(text, size);
    if (start >= before && start + wide <= width + ENDS)
      return { text, side: 'start', left: start };
    const left = longer * width - wide;
    if (left >= before) return { text, side: 'end', left };
  }
  return undefined;
}

function drawLess(
  less: (size: SizeName) => Less | undefined,
  end: number,
  longer: number,
): string[] {
  return fitted((size) => {
    const { text, side } = less(size) ?? {};
    return text && { text, side };
  }).map(({ value: { text, side }, at }) =>
    side === 'start'
      ? words(end, text, at)
      : tag(
          'text',
          { x: percent(longer), y: LINE - 11, class: `total-word total-end ${at}` },
          ...spans(text),
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
    { x: percent(x), dx: INSET, y: LINE - 11, class: `total-word ${at}`.trim() },
    ...spans(text),
  );
}

function spans([heavy, light]: readonly [string, string]): string[] {
  return [
    tag('tspan', { class: 'total-heavy' }, escapeText(heavy)),
    tag('tspan', { dx: SPACE }, escapeText(light)),
  ];
}
