import { round } from './svg.ts';

/**
 * The soft wedge that leads from an instant's tick in the strip to the lens below it, and the reader's line in it.
 * Drawn in a box of 1000 by 36 that is stretched to the figure's width. Shipped to readers.
 */
export const WEDGE = { width: 1000, height: 36 } as const;

/** `tick` and the edges of the lens as fractions of the figure's width. */
export function wedgePath(tick: number, lens: { from: number; to: number }): string {
  const [x, left, right] = [tick, lens.from, lens.to].map((part) => part * WEDGE.width) as [
    number,
    number,
    number,
  ];
  const h = WEDGE.height;
  const top = 6;
  const side = (edge: number, end: number) =>
    `C${round(edge)} ${h * 0.75} ${round((edge * 2 + end) / 3)} ${h * 0.8} ${round(end)} ${h}`;
  const back = `C${round(((x + top) * 2 + right) / 3)} ${h * 0.8} ${round(x + top)} ${h * 0.75} ${round(x + top)} 0`;
  return `M${round(x - top)} 0${side(x - top, left)}H${round(right)}${back}Z`;
}

/** From the clock's plate to the step's: both as fractions of the figure's width. */
export function linePath(tick: number, step: number): string {
  const from = round(tick * WEDGE.width);
  const to = round(step * WEDGE.width);
  const h = WEDGE.height;
  return `M${from} 0C${from} ${h * 0.7} ${to} ${h * 0.3} ${to} ${h}`;
}

/** The lens's share of the figure's width, and what is left for the names' counterpart at the right of the strip. */
export const LENS_PART = 0.57;
const ENDS_PART = 0.1;

/** A place in the strip as a fraction of the figure's width; `names` is the share that the names take. */
export function stripPlace(place: number, names: number): number {
  return names + place * (1 - names - ENDS_PART);
}
