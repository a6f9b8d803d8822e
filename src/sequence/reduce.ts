import type { Schedule } from '#model/schedule.ts';
import { timeWords } from '#model/words/time-words.ts';
import type { Instant, Message, Remark } from './conversation.ts';
import { names, same } from './labels.ts';
import { remarks } from './remarks.ts';
import { heldLabel } from './step-words.ts';
import type { Said, Stretch } from './stretch.ts';

/**
 * The reduction: of all steps of a stretch those that hand something over between two participants,
 * and what a participant says of itself. Everything else of a run is left to its timeline.
 */

/** What is said in a stretch, in its order, with the clock wherever it has moved on. */
export function reduce(stretch: Stretch): readonly Remark[] {
  const { schedule, first, last } = stretch;
  const said: Said[] = [];
  for (let n = first; n <= last; n++) {
    const step = schedule.steps[n];
    if (!step) break;
    for (const one of remarks(stretch, step, n)) add(said, one, stretch);
  }
  return withClock(schedule, said);
}

/** Adds a remark, or joins it to the one before when both are one thing said in two steps. */
function add(said: Said[], one: Said, stretch: Stretch): void {
  const before = said.at(-1);
  if (before?.kind === 'message' && one.kind === 'message') {
    const joined = join(stretch.schedule, before, one);
    if (joined) return void said.splice(-1, 1, joined);
  }
  if (before?.kind === 'held' && one.kind === 'held' && before.over === one.over) {
    const { says, always } = heldLabel(stretch, [...before.steps, ...one.steps]);
    return void said.splice(-1, 1, {
      ...before,
      says,
      always,
      steps: [...before.steps, ...one.steps],
    });
  }
  said.push(one);
}

/** Tasks that are scheduled one after the other, and timers that are due together, are one message. */
function join(schedule: Schedule, before: Message, one: Message): Message | undefined {
  if (before.from !== one.from || before.to !== one.to) return undefined;
  const steps = [...before.steps, ...one.steps];
  const all = steps.map((n) => schedule.steps[n]);
  if (all.every((step) => step?.kind === 'create')) {
    const label = same(
      `schedules ${names(
        schedule,
        all.map((step) => step.child),
      )}`,
    );
    return { ...before, ...label, steps };
  }
  if (all.every((step) => step?.kind === 'due'))
    return { ...before, ...same('timers are due'), steps };
  return undefined;
}

function withClock(schedule: Schedule, said: readonly Said[]): readonly Remark[] {
  const times = timeWords(schedule);
  let now: number | undefined;
  return said.flatMap((one): Remark[] => {
    const [step = 0] = one.steps;
    const at = schedule.steps[step]?.at ?? 0;
    if (at === now) return [one];
    now = at;
    const start = schedule.steps.findIndex((other) => other.at === at);
    const instant: Instant = {
      kind: 'instant',
      at,
      says: times.full(at),
      always: '',
      steps: [start],
    };
    return [instant, one];
  });
}
