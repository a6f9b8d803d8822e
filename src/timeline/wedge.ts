import { round } from './svg.ts';

/**
 * The soft wedge that leads from an instant's tick in the strip to the lens below it, and the reader's line in it.
 * Drawn in a box of 1000 by 36 that is stretched to the figure's width. Shipped to readers.
 */
export const WEDGE = { width: 1000, height: 36 } as const;

/** The tick and the lens's right edge as fractions of the figure's width; the lens begins at its left. */
export function wedgePath(tick: number, lens: number): string {
  const [x, left, right] = [tick * WEDGE.width, 0, lens * WEDGE.width];
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

/** What is left for the names' counterpart at the right of the strip. */
const ENDS_PART = 0.1;

/** Shares of the figure that the lens may have beside the code: as much as the longest line leaves. */
const LENS_PARTS = [0.57, 0.53, 0.49] as const;
/** Pixels: the figure at its full width, a letter of code, and what stands beside the letters. */
const FIGURE = 960;
const LETTER = 7.5;
const BESIDE = 58;

export function lensPart(longestLine: number): number {
  const room = 1 - (longestLine * LETTER + BESIDE) / FIGURE;
  return LENS_PARTS.find((part) => part <= room) ?? LENS_PARTS[2];
}

/** A place in the strip as a fraction of the figure's width; `names` is the share that the names take. */
export function stripPlace(place: number, names: number): number {
  return names + place * (1 - names - ENDS_PART);
}
