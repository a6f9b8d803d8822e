import type { Schedule, StepOf } from '../schedule.ts';

const kept = new WeakMap<Schedule, Map<number, StepOf<'set-timer'>>>();

/** The step that set a timer. */
export function setterOf(schedule: Schedule, timer: number): StepOf<'set-timer'> | undefined {
  let setters = kept.get(schedule);
  if (!setters) {
    setters = new Map();
    for (const step of schedule.steps) if (step.kind === 'set-timer') setters.set(step.timer, step);
    kept.set(schedule, setters);
  }
  return setters.get(timer);
}

/** A thread that sleeps by itself, without a loop, is recorded as one that waits for a timer. */
export function isThreadSleep({ callback }: StepOf<'set-timer'>): boolean {
  return callback === 'time.sleep';
}
