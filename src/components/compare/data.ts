import type { StoredSchedule } from '#model/stored.ts';

/** What a comparison hands to its script. */
export interface CompareData {
  readonly schedules: readonly StoredSchedule[];
  /** For each side its lanes in the figure's order. */
  readonly shown: readonly (readonly number[])[];
  /** The instants of both, merged: microseconds, and the place on the axis as a fraction. */
  readonly instants: readonly CompareInstant[];
}

export interface CompareInstant {
  /** Microseconds. */
  readonly at: number;
  /** On the axis, as a fraction. */
  readonly place: number;
  /** What each side does then, as HTML. */
  readonly says: string;
}
