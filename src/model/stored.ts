import type { Schedule, Step } from './schedule.ts';

/**
 * How a schedule lies in a file: JSON with a line for each lane, resource and step, so that a
 * change can be read as a difference; `at` and `lane` are left out where they are as in the step before.
 */
export type StoredSchedule = Omit<Schedule, 'steps'> & { steps: StoredStep[] };
type StoredStep = Omit<Step, 'at' | 'lane'> & Partial<Pick<Step, 'at' | 'lane'>>;

/** The text of schedule.json. The same schedule always gives the same text. */
export function storeSchedule({ steps, lanes, resources, processes, ...head }: Schedule): string {
  const parts = [
    ...Object.entries(head).map(([key, value]) => `"${key}":${JSON.stringify(value)}`),
    `"lanes":${rows(lanes)}`,
    `"resources":${rows(resources)}`,
    ...(processes ? [`"processes":${rows(processes)}`] : []),
    `"steps":${rows(steps.map((step, n) => leaveOutRepeated(step, steps[n - 1])))}`,
  ];
  return `{${parts.join(',\n')}}\n`;
}

/** The whole schedule from what a file holds. It is not checked here: parse the result with `scheduleSchema` where the file is not our own. */
export function expandSchedule(stored: StoredSchedule): Schedule {
  let at = 0;
  let lane = 0;
  const steps = stored.steps.map((step) => {
    at = step.at ?? at;
    lane = step.lane ?? lane;
    const { kind, ...rest } = step;
    return { kind, ...rest, at, lane } as Step; // what was left out is put back: this is a Step again
  });
  return { ...stored, steps };
}

function leaveOutRepeated(step: Step, before: Step | undefined): object {
  const { kind, at, lane, ...rest } = step;
  return {
    kind,
    ...(at === (before?.at ?? 0) ? {} : { at }),
    ...(lane === (before?.lane ?? 0) ? {} : { lane }),
    ...rest,
  };
}

function rows(list: readonly object[]): string {
  return list.length === 0 ? '[]' : `[\n${list.map((item) => JSON.stringify(item)).join(',\n')}\n]`;
}
