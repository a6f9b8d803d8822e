import type { Schedule } from './schedule.ts';

/** Which process a lane lives in. */

/** The number of a lane's process: 0 for the one that the program began with. */
export function processOf({ lanes }: Pick<Schedule, 'lanes'>, lane: number): number {
  return lanes[lane]?.process ?? 0;
}

export function hasProcesses({ processes }: Pick<Schedule, 'processes'>): boolean {
  return processes !== undefined;
}
