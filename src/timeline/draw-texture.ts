import { round, stretched, tag } from './svg.ts';
import type { Bar, StripLane } from './strip.ts';

/**
 * Draws a lane that has more pieces than a reader can tell apart: a path a mark instead of an element
 * a piece, in a box of 1000 that is stretched to the strip's width.
 */

const WIDTH = 1000;
/** A holder's line lies along the foot of its wait. */
const HOLD_FOOT = 0.9;

/** What is overdue is kept waiting like what is ready; who serves from outside is hollow like a loop asleep. */
export function lookOf(mark: Bar['mark']): string {
  return mark === 'overdue' ? 'ready' : mark === 'serving' ? 'asleep' : mark;
}

export function drawTexture(
  { bars, ticks, holds }: StripLane,
  height: number,
  part: (mark: Bar['mark']) => number,
): string {
  const marks = [...new Set(bars.map(({ mark }) => mark))];
  const paths = marks.map((mark) => {
    const tall = round(height * part(mark));
    const top = round((height - tall) / 2);
    const boxes = bars
      .filter((bar) => bar.mark === mark)
      .map(({ from, to }) => {
        const width = round((to - from) * WIDTH);
        return `M${round(from * WIDTH)} ${top}h${width}v${tall}h-${width}z`;
      });
    return tag('path', { class: lookOf(mark), d: boxes.join('') });
  });
  const foot = round(Math.max(1, height * 0.25));
  const held = holds.map(
    ({ from, to }) =>
      `M${round(from * WIDTH)} ${round(height * HOLD_FOOT) - foot}h${round((to - from) * WIDTH)}v${foot}h-${round((to - from) * WIDTH)}z`,
  );
  const roofs = bars
    .filter(({ gil }) => gil === 'has')
    .map(({ from, to }) => {
      const width = round((to - from) * WIDTH);
      return `M${round(from * WIDTH)} 0h${width}v${foot}h-${width}z`;
    });
  const lines = ticks.map(({ x }) => `M${round(x * WIDTH)} 0v${height}`);
  return stretched(
    0,
    height,
    ...paths,
    [...held, ...roofs].length === 0
      ? ''
      : tag('path', { class: 'hold', d: [...held, ...roofs].join('') }),
    lines.length === 0 ? '' : tag('path', { class: 'texture-ticks', d: lines.join('') }),
  );
}
