import { hasProcesses, processOf } from '#model/processes.ts';
import type { Schedule } from '#model/schedule.ts';
import { nameOf } from '#model/words/names.ts';
import type { Band } from './bands.ts';
import type { Strip, StripLane } from './strip.ts';

/** What stands together in a strip: the lanes of one process, and what its threads share. */
export interface ProcessBox {
  /** Left out where the program has but one process: then no box is drawn. */
  readonly name: string | undefined;
  readonly lanes: readonly { readonly lane: StripLane; readonly place: number }[];
  readonly bands: readonly Band[];
}

export function boxesOf(schedule: Schedule, { lanes, bands }: Strip): readonly ProcessBox[] {
  const placed = lanes.map((lane, place) => ({ lane, place }));
  if (!hasProcesses(schedule)) return [{ name: undefined, lanes: placed, bands }];
  return [...Map.groupBy(placed, ({ lane }) => processOf(schedule, lane.lane))].map(
    ([process, inside]) => ({
      name: boxName(schedule, process),
      lanes: inside,
      bands: bands.filter((band) => band.process === process),
    }),
  );
}

/** "process Ada", by its main thread's lane, unless that says so itself; the first is the program's own. */
function boxName(schedule: Schedule, process: number): string {
  if (process === 0) return 'first process';
  const { main = 0 } = schedule.processes?.[process] ?? {};
  const name = nameOf(schedule, main);
  return /\bprocess\b/.test(name) ? name : `process ${name}`;
}
