import type { FigureWords } from '#model/figure-words.ts';
import type { StoredSchedule } from '#model/stored.ts';

/** What a figure hands to its script: the few things that were decided when it was drawn, and the recording. */
export interface ReplayData {
  /** Lane numbers in the figure's order. */
  readonly shown: readonly number[];
  /** For each instant its place in the strip, as a fraction of the strip's width. */
  readonly places: readonly number[];
  /** The share of the figure that the names take. */
  readonly names: number;
  /** The lens's share of a wide figure. */
  readonly part: number;
  /** The instant whose lens is open at rest. */
  readonly opens: number;
  /** Where the first press leads: what comes before the first turn only sets the stage. */
  readonly begins: number;
  /** The recording's address: fetched when the reader first moves, so that a page at rest does not carry it. */
  readonly source: string;
}

export interface Recording {
  readonly schedule: StoredSchedule;
  readonly words: FigureWords;
}

/** The table of a longer recording holds instants and key steps only. */
export const WHOLE_TABLE = 240;
