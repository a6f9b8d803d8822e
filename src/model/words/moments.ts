import type { KeyStep, StepPattern } from '../example.ts';
import type { Schedule, Step } from '../schedule.ts';

/**
 * The address of a moment within its figure, which survives a new recording in which that lane does
 * the same: the slug of a key step, or "<lane>-<kind>-<line>-<count>", counting from 1 among equals;
 * the line is 0 for what has none.
 */

interface Index {
  readonly addresses: readonly string[];
  readonly steps: ReadonlyMap<string, number>;
}

const kept = new WeakMap<Schedule, Index>();

/** "work-1-print-4-1", for any step. */
export function momentOf(schedule: Schedule, n: number): string {
  const address = indexOf(schedule).addresses[n];
  if (address === undefined) throw new RangeError(`There is no step ${n}.`);
  return address;
}

/** The address that a reader is given: a key step's slug where there is one. */
export function addressOf(
  schedule: Schedule,
  n: number,
  keySteps: readonly KeyStep[] = [],
): string {
  return keySteps.find(({ when }) => stepOf(schedule, when) === n)?.slug ?? momentOf(schedule, n);
}

/** The step that an address names; undefined when this moment is gone. */
export function stepAt(
  schedule: Schedule,
  address: string,
  keySteps: readonly KeyStep[] = [],
): number | undefined {
  const key = keySteps.find(({ slug }) => slug === address);
  return key ? stepOf(schedule, key.when) : indexOf(schedule).steps.get(address);
}

/** The step that an author's pattern means: the first that fits, or the one that `count` picks. */
export function stepOf(schedule: Schedule, pattern: StepPattern): number | undefined {
  const { lane, kind, line, count = 1 } = pattern;
  let found = 0;
  const n = schedule.steps.findIndex(
    (step) =>
      step.kind === kind &&
      (line === undefined || step.line === line) &&
      schedule.lanes[step.lane]?.name === lane &&
      ++found === count,
  );
  return n < 0 ? undefined : n;
}

/** Lower case letters, digits and single hyphens. */
export function slug(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

function indexOf(schedule: Schedule): Index {
  let index = kept.get(schedule);
  if (!index) kept.set(schedule, (index = makeIndex(schedule)));
  return index;
}

function makeIndex({ lanes, steps: all }: Schedule): Index {
  const counts = new Map<string, number>();
  const steps = new Map<string, number>();
  const addresses = all.map((step, n) => {
    const like = likeOf(lanes[step.lane]?.name ?? '', step);
    const count = (counts.get(like) ?? 0) + 1;
    counts.set(like, count);
    steps.set(`${like}-${count}`, n);
    return `${like}-${count}`;
  });
  return { addresses, steps };
}

function likeOf(lane: string, { kind, line = 0 }: Step): string {
  return `${slug(lane)}-${kind}-${line}`;
}
