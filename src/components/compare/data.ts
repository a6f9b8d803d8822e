/** What a comparison hands to its script. */
export interface CompareData {
  /** For each side, by lane number, the clock reading at which the lane ended in microseconds; null for never. */
  readonly ends: readonly (readonly (number | null)[])[];
  /** The instants of both, merged: microseconds, and the place on the axis as a fraction. */
  readonly instants: readonly CompareInstant[];
}

export interface CompareInstant {
  /** Microseconds. */
  readonly at: number;
  /** On the axis, as a fraction. */
  readonly place: number;
  /** Its clock reading in words. */
  readonly clock: string;
  /** What each side does then, as HTML. */
  readonly says: string;
  /** What it is called in addresses, each with its side: `left-first-wait`. A reader is given the first. */
  readonly moments: readonly string[];
  /** For each side the line, of those that are shown, where somebody stands. */
  readonly lines: readonly (number | null)[];
}
