import { escapeText, percent, tag, anchored } from './svg.ts';
import type { TimeScale } from './scale.ts';

/** Draws the axis, which is also the dimension line of the whole: arrow ends, ticks below, numbers under them. */
export function drawAxis(
  { at, ticks, folds }: TimeScale,
  words: (microseconds: number) => string,
): string {
  const line = 12;
  const arrow = (x: number, side: 1 | -1) =>
    anchored(
      x,
      tag('path', {
        class: 'axis',
        d: `M0 ${line - 6}V${line + 6}M${6 * side} ${line - 4}L0 ${line}L${6 * side} ${line + 4}`,
      }),
    );
  const marks = ticks.map(({ at: clock, major }, i) => {
    const edge = i === 0 ? 'axis-first' : i === ticks.length - 1 ? 'axis-last' : '';
    const x = percent(at(clock));
    return (
      tag('line', { class: 'axis', x1: x, x2: x, y1: line, y2: line + (major ? 8 : 4) }) +
      (major
        ? tag(
            'text',
            { class: `axis-number ${edge}`.trim(), x, y: line + 23 },
            escapeText(words(clock)),
          )
        : '')
    );
  });
  return [
    tag('line', { class: 'axis', x1: '0%', x2: '100%', y1: line, y2: line }),
    arrow(0, 1),
    arrow(1, -1),
    ...marks,
    ...folds.map(({ from, to }) =>
      anchored(
        (at(from) + at(to)) / 2,
        tag('path', { class: 'fold-ground', d: `M-8 ${line}h16` }),
        tag('path', { class: 'axis', d: `M-7 ${line + 5}l4 -10M3 ${line + 5}l4 -10` }),
      ),
    ),
  ].join('');
}
