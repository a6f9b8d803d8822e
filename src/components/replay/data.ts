import type { StoredSchedule } from '#model/stored.ts';

/** What a figure hands to its script: the recording, and the few things that were decided when it was drawn. */
export interface ReplayData {
  readonly schedule: StoredSchedule;
  /** Lane numbers in the figure's order. */
  readonly shown: readonly number[];
  /** For each instant its place in the strip, as a fraction of the strip's width. */
  readonly places: readonly number[];
  /** The share of the figure that the names take. */
  readonly names: number;
  /** Slugs of key steps and the steps that they name. */
  readonly keySteps: Readonly<Record<string, number>>;
  /** The lens's share of a wide figure. */
  readonly part: number;
  /** The instant whose lens is open at rest. */
  readonly opens: number;
}
