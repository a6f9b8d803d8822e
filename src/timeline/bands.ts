import type { Schedule } from '#model/schedule.ts';
import { callStretches, gilStretches, type CallStretch } from '#model/stretches.ts';
import { count, listed, ownPart, threadName } from '#model/words/names.ts';
import { isAsyncios } from '#model/words/scene.ts';
import { timeWords } from '#model/words/time-words.ts';
import type { TimeScale } from './scale.ts';

/**
 * Below the lanes of a strip, what is no lane's own: calls that wait for their time, an executor's
 * queue with the calls that wait for a worker, the GIL with its holder. Fractions are of the strip's width.
 */
export interface Band {
  /** In the gutter, as a lane's name. */
  readonly name: string;
  /** `held` has a holder at each piece; `queued` has what waits there, `timed` what a timer will call. */
  readonly kind: 'held' | 'queued' | 'timed';
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
  return [
    ...timerBands(schedule, scale),
    ...queueBands(schedule, scale),
    ...gilBands(schedule, scale),
  ];
}

/** Timers that no task waits for: each calls something of the program's own. Those that run together are one piece. */
function timerBands(schedule: Schedule, scale: TimeScale): Band[] {
  const { steps } = schedule;
  const { full } = timeWords(schedule);
  const awaited = new Set(
    steps.flatMap((step) =>
      step.kind === 'wait' && step.waits.for === 'timer' ? step.waits.timer : [],
    ),
  );
  const dropped = new Map(
    steps.flatMap((step) => (step.kind === 'drop-timer' ? [[step.timer, step.at] as const] : [])),
  );
  const set = steps.flatMap((step, first) => {
    if (step.kind !== 'set-timer' || step.callback === undefined) return [];
    const { timer, callback, at, due } = step;
    if (awaited.has(timer) || isAsyncios(callback)) return [];
    const to = Math.min(dropped.get(timer) ?? due, steps.at(-1)?.at ?? due);
    const until = dropped.has(timer) ? 'cancelled' : `due ${full(due)}`;
    return to === at ? [] : [{ callback, at, to, until, first }];
  });
  const together = Map.groupBy(set, ({ at, to, until }) => `${at} to ${to}, ${until}`);
  return [...together.values()].flatMap((timers): Band[] => {
    const [timer] = timers;
    if (!timer) return [];
    const { at, to, until, first } = timer;
    const calls = [...new Set(timers.map(({ callback }) => callback))].map((callback) => {
      const n = timers.filter((other) => other.callback === callback).length;
      return n === 1 ? callback : `${count(n)} calls of ${callback}`;
    });
    const words = [`${listed(calls)}, ${until}`, listed(calls), until];
    const pieces = [{ from: scale.at(at), to: scale.at(to), step: first, words }];
    return [{ name: timers.length === 1 ? 'timer' : 'timers', kind: 'timed', pieces, process: 0 }];
  });
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
