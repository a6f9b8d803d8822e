import type { Schedule } from '#model/schedule.ts';
import { instantsOf } from '#model/turns.ts';

/**
 * The slider's track: steps at equal distances, cut into instants with a gap where time passes.
 * Units are those of the range input: a step is one, a gap some. Shipped to readers.
 */
export interface Track {
  /** The input's greatest value. */
  readonly end: number;
  readonly instants: readonly TrackInstant[];
}

export interface TrackInstant {
  /** Microseconds. */
  readonly at: number;
  /** First and last step, and the units on which they stand. */
  readonly first: number;
  readonly last: number;
  readonly from: number;
  readonly to: number;
}

/** A gap is as wide as this part of all steps, and never narrower than four. */
const GAP_PART = 0.14;
const GAPS_AT_MOST = 0.5;

export function trackOf(schedule: Schedule): Track {
  const instants = instantsOf(schedule);
  const steps = schedule.steps.length;
  const gaps = Math.max(1, instants.length - 1);
  const gap = Math.max(1, Math.round(steps * Math.min(GAP_PART, GAPS_AT_MOST / gaps)));
  const placed = instants.map(({ at, first, last }, i) => ({
    at,
    first,
    last,
    from: first + i * gap,
    to: last + i * gap,
  }));
  return { end: placed.at(-1)?.to ?? 0, instants: placed };
}

/** Where a step stands on the slider. */
export function unitOf({ instants }: Track, step: number): number {
  const instant = instants.find(({ last }) => step <= last);
  return instant ? instant.from + step - instant.first : 0;
}

/** The step that a place on the slider stands for; in a gap the nearer of its two ends. */
export function stepAt({ instants }: Track, unit: number): number {
  const next = instants.findIndex(({ to }) => unit <= to);
  const instant = instants[next] ?? instants.at(-1);
  if (!instant) return 0;
  if (unit >= instant.from) return Math.min(instant.last, instant.first + unit - instant.from);
  const before = instants[next - 1];
  return before && unit - before.to < instant.from - unit ? before.last : instant.first;
}
