import type { Strip } from './strip.ts';

/** How high the rows of a strip are, and the words beside its bars. */

/** Heights in pixels. A crowded figure's lanes are closer together. */
export interface Rows {
  /** Classes of the style sheet, which gives the rows their pitch. */
  readonly name: string;
  readonly height: number;
  /** From one lane to the next, in a figure that is not narrow. */
  readonly pitch: number;
  /** Of the words on bars; 0 for none. */
  readonly text: number;
  /** Every how many lanes one has its name. */
  readonly everyName: number;
}
const ROWS = { name: '', height: 26, pitch: 31, text: 12.5, everyName: 1 };
const CROWDED = { name: 'crowded', height: 21, pitch: 23, text: 12, everyName: 1 };
/** A texture: no words on bars, and names only where they fit. */
const DENSE = [
  { upTo: 32, name: 'dense dense-14', height: 13, pitch: 14, text: 0, everyName: 1 },
  { upTo: 60, name: 'dense dense-9', height: 8, pitch: 9, text: 0, everyName: 5 },
  { upTo: Infinity, name: 'dense dense-5', height: 4, pitch: 5, text: 0, everyName: 10 },
] as const;
const CROWDED_FROM = 9;
const DENSE_FROM = 17;

/** How a strip of so many lanes is drawn. */
export function rowsFor(lanes: number): Rows {
  if (lanes < CROWDED_FROM) return ROWS;
  return lanes < DENSE_FROM ? CROWDED : (DENSE.find(({ upTo }) => lanes <= upTo) ?? CROWDED);
}

/** Rows of the loop and of the task that waits for all, in a texture of the others. */
const PLAIN_ROWS: Rows = CROWDED;

/** The rows of one lane, by its place: in a texture the first lane and the loop keep their words. */
export function rowsOf({ lanes }: Strip, place: number): Rows {
  const rows = rowsFor(lanes.length);
  return rows.text === 0 && (place === 0 || lanes[place]?.isLoop) ? PLAIN_ROWS : rows;
}

/** What stands in the gutter. */
export function namesIn({ lanes, bands }: Strip): string[] {
  return [...lanes, ...bands].map(({ name }) => name);
}
