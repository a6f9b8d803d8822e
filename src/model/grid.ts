import { z } from 'zod';
import type { Switch } from './example.ts';
import { scheduleSchema } from './schedule.ts';
import {
  combinationsOf,
  MOST_RUNS,
  positionSlug,
  type Combination,
  type SwitchValue,
} from './switches.ts';

/** One program run at every combination of some axes, in totals.json: how long each run took. */

const valueSchema = z.union([z.string(), z.number(), z.boolean(), z.null()]);

export const gridSchema = z.strictObject({
  /** As in a schedule; `program` is the hash of the program as it stands. */
  provenance: scheduleSchema.shape.provenance,
  /** The axes and their values, in their author's order. */
  axes: z.record(z.string(), z.array(valueSchema)),
  /** Microseconds by the name of the run: "calls-50-limit-none". */
  totals: z.record(z.string(), z.int().nonnegative()),
});

export type Grid = z.infer<typeof gridSchema>;

/** Where each axis stands. */
export type GridPlace = Readonly<Record<string, SwitchValue>>;

/** The runs of a grid with their programs; none when there are no axes. */
export function runsOf(
  text: string,
  axes: Readonly<Record<string, Switch>>,
): readonly Combination[] {
  if (Object.keys(axes).length === 0) return [];
  return combinationsOf(text, axes, MOST_RUNS);
}

/** The name of a run: "calls-50-limit-none". */
export function runName(place: GridPlace): string {
  return Object.entries(place)
    .map(([axis, value]) => positionSlug(axis, value))
    .join('-');
}

/** Microseconds that the run at a place took; undefined if no axis has such a place. */
export function totalAt({ axes, totals }: Grid, place: GridPlace): number | undefined {
  const inOrder = Object.keys(axes).flatMap((axis) => {
    const value = place[axis];
    return value === undefined ? [] : [[axis, value] as const];
  });
  return totals[runName(Object.fromEntries(inOrder))];
}
