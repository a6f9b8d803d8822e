import { fitted, SIZES, stripWidth, textWidth } from './fit.ts';
import { anchored, downLines, escapeText, percent, stretched, tag } from './svg.ts';
import type { TimeScale } from './scale.ts';

const LINE = 12;
/** Of the numbers, in pixels; and what stands between two of them at least. */
const SIZE = 12.5;
const BETWEEN = 8;

/** Draws the axis, which is also the dimension line of the whole: arrow ends, ticks below, numbers under them. */
export function drawAxis(
  { at, ticks, folds }: TimeScale,
  words: (microseconds: number) => string,
  names: number,
): string {
  const numbers = numbersOf({ ticks }).map((clock) => ({ place: at(clock), text: words(clock) }));
  return [
    // A run that takes no time has nothing to measure.
    ...(ticks.length > 1
      ? [
          tag('line', { class: 'axis', x1: '0%', x2: '100%', y1: LINE, y2: LINE }),
          arrow(0, 1),
          arrow(1, -1),
        ]
      : []),
    stretched(
      LINE,
      8,
      tag('path', {
        class: 'axis',
        d: downLines(
          ticks.map(({ at: clock, major }) => ({ at: at(clock), height: major ? 8 : 4 })),
        ),
      }),
    ),
    ...drawNumbers(numbers, names),
    ...folds.map(({ from, to }) =>
      anchored(
        (at(from) + at(to)) / 2,
        tag('path', { class: 'fold-ground', d: `M-8 ${LINE}h16` }),
        tag('path', { class: 'axis', d: `M-7 ${LINE + 5}l4 -10M3 ${LINE + 5}l4 -10` }),
      ),
    ),
  ].join('');
}

/** The clock readings that are written on it. */
export function numbersOf({ ticks }: Pick<TimeScale, 'ticks'>): number[] {
  return ticks.filter(({ major }) => major).map(({ at }) => at);
}

function arrow(x: number, side: 1 | -1): string {
  const y = LINE;
  return anchored(
    x,
    tag('path', {
      class: 'axis',
      d: `M0 ${y - 6}V${y + 6}M${6 * side} ${y - 4}L0 ${y}L${6 * side} ${y + 4}`,
    }),
  );
}

interface AxisNumber {
  readonly place: number;
  readonly text: string;
}

/** The first and the last always; each other at the sizes at which it leaves room between. */
function drawNumbers(numbers: readonly AxisNumber[], names: number): string[] {
  const last = numbers.length - 1;
  const kept = Object.fromEntries(
    SIZES.map(({ name }) => [name, keptNumbers(numbers, stripWidth(name, names), name === 'n')]),
  );
  return numbers.flatMap(({ place, text }, i) => {
    const edge = i === 0 ? 'axis-first' : i === last ? 'axis-last' : '';
    return fitted((size) => (kept[size]?.includes(i) ? text : undefined)).map(({ value, at }) =>
      tag(
        'text',
        {
          class: ['axis-number', edge, at].filter(Boolean).join(' '),
          x: percent(place),
          y: LINE + 23,
        },
        escapeText(value),
      ),
    );
  });
}

/** `inside`: on a phone the first begins, and the last ends, with the axis. */
function keptNumbers(numbers: readonly AxisNumber[], width: number, inside: boolean): number[] {
  const last = numbers.length - 1;
  const edges = numbers.map(({ place, text }, i) => {
    const wide = textWidth(text, SIZE);
    const before = inside && i === 0 ? 0 : inside && i === last ? wide : wide / 2;
    return [place * width - before, place * width - before + wide] as const;
  });
  const kept: number[] = [0];
  for (let i = 1; i < last; i++) {
    const [left, right] = edges[i] ?? [0, 0];
    const [, end] = edges[kept.at(-1) ?? 0] ?? [0, 0];
    const [start] = edges[last] ?? [0, 0];
    if (left - end >= BETWEEN && start - right >= BETWEEN) kept.push(i);
  }
  return last > 0 ? [...kept, last] : kept;
}
