import type { Schedule } from '#model/schedule.ts';
import { callStretches, gilStretches, type CallStretch } from '#model/stretches.ts';
import { count, listed, ownPart, threadName } from '#model/words/names.ts';
import { timeWords } from '#model/words/time-words.ts';
import type { TimeScale } from './scale.ts';

/**
 * Below the lanes of a strip, what its threads share: the GIL with its holder, an executor's queue
 * with the calls that wait for a worker. Fractions are of the strip's width.
 */
export interface Band {
  /** In the gutter, as a lane's name. */
  readonly name: string;
  /** `held` has a holder at each piece; `queued` has what waits there. */
  readonly kind: 'held' | 'queued';
  readonly pieces: readonly BandPiece[];
  /** Whose it is. */
  readonly process: number;
}

export interface BandPiece {
  readonly from: number;
  readonly to: number;
  /** The step that began it. */
  readonly step: number;
  /** From long to short. */
  readonly words: readonly string[];
}

export function bandsOf(schedule: Schedule, scale: TimeScale): readonly Band[] {
  return [...queueBands(schedule, scale), ...gilBands(schedule, scale)];
}

/** Only where it is the story: where it changes hands while time passes. */
function gilBands(schedule: Schedule, scale: TimeScale): Band[] {
  const { full } = timeWords(schedule);
  const byProcess = Map.groupBy(gilStretches(schedule), ({ process }) => process);
  return [...byProcess].flatMap(([process, stretches]): Band[] => {
    if (new Set(stretches.map(({ thread }) => thread)).size < 2) return [];
    const pieces = stretches.map(({ thread, from, to, first }) => {
      const name = threadName(schedule, thread);
      const own = thread === 0 ? '' : ownPart(name);
      return {
        from: scale.at(from),
        to: scale.at(to),
        step: first,
        words: [`${name} ${full(to - from)}`, name, ...(own ? [own] : [])],
      };
    });
    return [{ name: 'GIL', kind: 'held', pieces, process }];
  });
}

function queueBands(schedule: Schedule, scale: TimeScale): Band[] {
  const byQueue = Map.groupBy(callStretches(schedule), ({ resource }) => resource);
  return [...byQueue].map(([resource, stretches]) => ({
    name: `${schedule.resources[resource]?.name ?? 'executor'} queue`,
    kind: 'queued' as const,
    process: 0,
    pieces: stretches.map(({ calls, from, to, first }) => ({
      from: scale.at(from),
      to: scale.at(to),
      step: first,
      words: queueWords(calls),
    })),
  }));
}

/** More calls than these are counted. */
const NAMED = 4;

function queueWords(calls: CallStretch['calls']): string[] {
  const n = calls.length;
  const [verb, things] = n === 1 ? ['waits', 'call'] : ['wait', 'calls'];
  const named = n > NAMED ? [] : [listed(calls)];
  return [
    ...named.flatMap((names) => [`${names} ${verb} for a worker`, `${names} ${verb}`, names]),
    `${count(n)} ${things} ${verb} for a worker`,
    `${count(n)} ${things} ${verb}`,
    `${n} ${verb}`,
    String(n),
  ].toSorted((a, b) => b.length - a.length);
}
