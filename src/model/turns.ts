import type { Schedule } from './schedule.ts';
import { isOutside } from './state.ts';

/** All steps with one clock reading. */
export interface Instant {
  /** Microseconds. */
  readonly at: number;
  readonly first: number;
  readonly last: number;
}

/** Steps that one lane takes without giving its thread to another. */
export interface Turn {
  readonly lane: number;
  /** From 1, over the whole run; the loop's own housekeeping and what comes before it have none. */
  readonly number?: number | undefined;
  readonly first: number;
  readonly last: number;
}

export function instantsOf({ steps }: Schedule): readonly Instant[] {
  const instants: Instant[] = [];
  steps.forEach(({ at }, n) => {
    const now = instants.at(-1);
    if (now?.at === at) instants[instants.length - 1] = { ...now, last: n };
    else instants.push({ at, first: n, last: n });
  });
  return instants;
}

/**
 * The run cut into turns. A task's turn begins when the loop picks it, so the `pick` belongs to it;
 * what the loop does between two turns is a stretch of its own without a number.
 */
export function turnsOf(schedule: Schedule): readonly Turn[] {
  const turns = kept.get(schedule) ?? cut(schedule);
  kept.set(schedule, turns);
  return turns;
}

const kept = new WeakMap<Schedule, readonly Turn[]>();

function cut(schedule: Schedule): readonly Turn[] {
  const turns: Turn[] = [];
  let numbered = 0;
  schedule.steps.forEach((step, n) => {
    const now = turns.at(-1);
    const before = schedule.steps[n - 1];
    // A thread asks for the GIL beside the turn of the one that has it; where nobody has, with its own.
    const isFree = before && GIVES_BACK.includes(before.kind);
    const asks = !isFree && 'does' in step && step.does === 'ask';
    // So does who is outside what it does.
    const aside = now && (asks || isOutside(schedule, step.lane));
    const lane = step.kind === 'pick' ? step.target : aside ? now.lane : step.lane;
    // A process is left by the thread that has just ended in it.
    const isOver = before?.kind === 'end' && step.kind !== 'exit';
    if (now && now.lane === lane && step.kind !== 'pick' && !isOver)
      turns[turns.length - 1] = { ...now, last: n };
    else
      turns.push({
        lane,
        first: n,
        last: n,
        number: isNumbered(schedule, lane) ? ++numbered : undefined,
      });
  });
  return turns;
}

const GIVES_BACK = ['wait', 'sleep', 'end', 'block', 'exit'];

/** Only the loop, and the thread under it, have no turns of their own. */
function isNumbered(schedule: Schedule, lane: number): boolean {
  const { lanes } = schedule;
  const { kind, parent } = lanes[lane] ?? {};
  if (isOutside(schedule, lane)) return false;
  const own = kind !== 'loop' && parent !== undefined;
  return own || !lanes.some((other) => other.kind === 'loop');
}

/** The last step that has happened at a clock reading in microseconds. */
export function stepAtClock({ steps }: Schedule, at: number): number {
  return Math.max(
    0,
    steps.findLastIndex((step) => step.at <= at),
  );
}
