import { fitted, stripWidth, textWidth, type SizeName } from './fit.ts';
import { anchored, escapeText, percent, tag } from './svg.ts';

/** Draws the dimension line over one side of a comparison: its total, and how much less that is than the other's. */
export interface Totals {
  /** "1.0 s" and "in all, the same: each waits for the one before", from the longest wording to the shortest. */
  readonly total: readonly [string, readonly string[]];
  /** "2.0 s less:" and "the three waits overlap". */
  readonly less?: readonly [string, string] | undefined;
  /** Whether what the total is of has to stand beside it: it is not that of the run. */
  readonly ofLane?: boolean;
  /** Where the side ends, as a fraction of the axis that both share. */
  readonly end: number;
  /** Where the longer one does, when that is not the end of the axis. */
  readonly longer?: number;
  readonly names: number;
}

const LINE = 34;
const SIZE = 17;
const HEAVY: Readonly<Record<SizeName, number>> = { w: 25, m: 25, n: 22 };

export interface DrawnTotals {
  readonly svg: string;
  /** The sizes at which a reason finds no room over the line, as a class: it has to stand below there. */
  readonly untold: string | undefined;
}

export function drawTotals(totals: Totals): DrawnTotals {
  const { total, less, ofLane, end, longer = 1, names } = totals;
  const kept: Words = [total[0], ofLane ? (total[1].at(-1) ?? '') : ''];
  const second = (size: SizeName) => less && lessBy(less, kept, [end, longer], names, size);
  const first = (size: SizeName) => totalBy(total, names, size, second(size)?.left);
  const isUntold = (size: SizeName) => (less ? !second(size) : first(size)[1] !== total[1][0]);
  const svg = [
    part(0, end),
    ...fitted(first).map(({ value, at }) => words(0, value, at)),
    ...(less ? [part(end, longer), ...drawLess(second, end, longer)] : []),
  ].join('');
  return { svg, untold: fitted((size) => (isUntold(size) ? true : undefined))[0]?.at };
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

/** `left`: in pixels, where something else begins on the line. On a phone a reason stands below. */
function totalBy(
  [heavy, light]: Totals['total'],
  names: number,
  size: SizeName,
  left?: number,
): Words {
  const room = left === undefined ? stripWidth(size, names) : left - APART;
  const wordings = size === 'n' ? light.slice(-1) : light;
  const fits = wordings.find((each) => INSET + widthOf([heavy, each], size) <= room);
  return [heavy, fits ?? ''];
}

interface Less {
  readonly text: Words;
  readonly side: 'start' | 'end';
  /** In pixels. */
  readonly left: number;
}

/** The difference stands over its own part of the line, or ends with that, where it fits with its reason. */
function lessBy(
  text: Words,
  kept: Words,
  [end, longer]: readonly [number, number],
  names: number,
  size: SizeName,
): Less | undefined {
  if (size === 'n') return undefined;
  const width = stripWidth(size, names);
  const before = INSET + widthOf(kept, size) + APART;
  const wide = widthOf(text, size);
  const start = end * width + INSET;
  if (start >= before && start + wide <= width + ENDS) return { text, side: 'start', left: start };
  const left = longer * width - wide;
  return left >= before ? { text, side: 'end', left } : undefined;
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
