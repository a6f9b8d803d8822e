import { endingOf } from '../ending.ts';
import { isThreadOfAsyncio, tidiesUp } from '../own-lanes.ts';
import { isOutside } from '../state.ts';
import type { Schedule } from '../schedule.ts';
import { hasThreads } from '../processors.ts';
import type { Span } from '../spans.ts';
import { totalOf } from '../total.ts';
import { error } from './deeds.ts';
import { plain } from './markup.ts';
import { holds, isKeptWaiting, longSpans, overlap, takeTurns, type Long } from './holding.ts';
import { count, counted, ground, grouped, nameOf } from './names.ts';
import { timeWords } from './time-words.ts';

/** A whole run in one sentence, for the name of its picture: "Three tasks wait at the same time; all are done by 1.0 s." */
export function summaryOf(schedule: Schedule): string {
  const { ends } = schedule;
  if (ends.how === 'syntax-error') return `Python does not run it: ${plain(error(ends))}.`;
  const at = timeWords(schedule).full(totalOf(schedule));
  if (ends.how === 'deadlock') return `From ${at} on everybody waits, and nothing is due.`;
  const who = castOf(schedule);
  const [words, named] = together(schedule, who);
  const sentence = `${words}; ${outcome(schedule, who, at)}.`;
  // A lane's own name keeps its small letters.
  return named ? sentence : sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

/** Waiting for nobody else's end. */
function isOwnWait({ waits }: Span): boolean {
  return waits !== undefined && (!('lanes' in waits) || waits.lanes.length === 0);
}

/** The lanes that a run is about: those that the program made, and main where it does more than wait for them. */
export function castOf(schedule: Schedule): number[] {
  const { lanes } = schedule;
  const long = longSpans(schedule);
  const made: number[] = [];
  const others: number[] = [];
  lanes.forEach(({ kind, parent }, lane) => {
    if (kind === 'loop' || isOutside(schedule, lane) || tidiesUp(schedule, lane)) return;
    const maker = parent === undefined ? undefined : lanes[parent]?.kind;
    const isMain = parent === undefined || (kind === 'task' && maker !== 'task');
    (isMain ? others : made).push(lane);
  });
  const busy = others.filter(
    (lane) => holds(schedule, long, lane) || long(lane, 'waiting').some(isOwnWait),
  );
  const all = [...busy, ...made];
  return all.length > 0 ? all : others.slice(-1);
}

/** "three tasks wait at the same time"; and whether it begins with a lane's own name. */
function together(schedule: Schedule, who: readonly number[]): [words: string, named: boolean] {
  const long = longSpans(schedule);
  const [first = 0] = who;
  const processes = processesTogether(schedule, long);
  if (processes) return [processes, false];
  if (hasThreads(schedule)) {
    const words = threadsTogether(schedule, long, who);
    if (words) return [words, false];
  }
  if (who.length === 1) return [`${nameOf(schedule, first)} ${alone(long, first)}`, true];
  const waits = who.map((lane) => long(lane, 'waiting').filter(isOwnWait));
  const kinds = new Set(who.map((lane) => schedule.lanes[lane]?.kind));
  const all = counted(who.length, kinds.size > 1 ? 'lane' : ([...kinds][0] ?? 'lane'));
  const blockers = who.filter((lane) => holds(schedule, long, lane));
  const kept = who.filter(
    (lane) => !blockers.includes(lane) && isKeptWaiting(schedule, long, lane),
  );
  if (blockers.length > 0 && kept.length > 0 && blockers.length + kept.length < 7) {
    const s = blockers.length === 1 ? 's' : '';
    return [
      `${namesOf(schedule, blockers)} hold${s} ${ground(schedule, first)} and keep${s} ${namesOf(schedule, kept)} waiting`,
      true,
    ];
  }
  if (overlap(waits.map((spans) => spans.filter((span) => !isLine(schedule, span)))))
    return [`${all} wait at the same time`, false];
  if (overlap(waits)) return [`${all} take turns at ${resourceOf(schedule, waits.flat())}`, false];
  if (blockers.length > 1)
    return takeTurns(long, blockers)
      ? [`${all} take turns on ${ground(schedule, first)}`, false]
      : [`${all} hold ${ground(schedule, first)} one after the other`, false];
  // Several that await one and the same task wait together, each for another's end.
  if (overlap(made(schedule, who).map((lane) => long(lane, 'waiting'))))
    return [`${all} wait at the same time`, false];
  return [`${all} run one after the other`, false];
}

/** Waiting in a line for what one after the other has; whoever waits for an event waits beside the others. */
function isLine({ resources }: Schedule, { waits }: Span): boolean {
  return waits?.for === 'resource' && resources[waits.resource]?.kind !== 'event';
}

/** Those that a task made, which main, made by the program, is not. */
function made({ lanes }: Schedule, who: readonly number[]): number[] {
  return who.filter((lane) => lanes[lanes[lane]?.parent ?? -1]?.kind === 'task');
}

/** What the processes that a program started do with each other; nothing where it started none. */
function processesTogether(schedule: Schedule, long: Long): string | undefined {
  const mains = (schedule.processes ?? []).slice(1).map(({ main }) => main);
  if (mains.length === 0) return undefined;
  if (mains.length === 1) return 'a process runs beside the program';
  const all = `${count(mains.length)} processes`;
  if (mains.filter((lane) => holds(schedule, long, lane)).length > 1)
    return overlap(mains.map((lane) => long(lane, 'running')))
      ? `${all} compute at the same time`
      : `${all} compute one after the other`;
  const waits = mains.map((lane) => long(lane, 'waiting').filter(isOwnWait));
  return overlap(waits) ? `${all} wait at the same time` : `${all} run one after the other`;
}

/** What a program's threads do with each other; nothing where there is only one to tell of. */
function threadsTogether(
  schedule: Schedule,
  long: Long,
  who: readonly number[],
): string | undefined {
  const threads = who.filter(
    (lane) =>
      schedule.lanes[lane]?.kind === 'thread' && lane !== 0 && !isThreadOfAsyncio(schedule, lane),
  );
  const computing = threads.filter((lane) => holds(schedule, long, lane));
  const all = counted(threads.length, 'thread');
  if (computing.length > 1)
    return schedule.provenance.machine.gil
      ? `${counted(computing.length, 'thread')} take turns with the GIL`
      : `${counted(computing.length, 'thread')} compute at the same time`;
  const waits = threads.map((lane) => long(lane, 'waiting').filter(isOwnWait));
  if (computing.length === 1 && threads.length > 1 && waits.flat().length > 0)
    return 'one thread computes while others wait';
  if (computing.length === 1) return 'a thread computes beside the loop';
  if (threads.length > 1)
    return overlap(waits) ? `${all} wait at the same time` : `${all} run one after the other`;
  const tasks = who.some((lane) => schedule.lanes[lane]?.kind === 'task');
  return threads.length === 1 && tasks ? 'a thread waits beside the loop' : undefined;
}

function namesOf(schedule: Schedule, lanes: readonly number[]): string {
  return grouped(lanes.map((lane) => nameOf(schedule, lane)));
}

function alone(long: Long, lane: number): string {
  const times = long(lane, 'waiting').length || long(lane, 'blocked').length;
  if (times === 0) return 'runs alone';
  const often = times < 3 ? (times === 1 ? 'once' : 'twice') : `${count(times)} times in a row`;
  return `${long(lane, 'waiting').length > 0 ? 'waits' : 'blocks'} ${often}`;
}

function resourceOf({ resources }: Schedule, spans: readonly Span[]): string {
  const { waits } = spans.find((span) => span.waits?.for === 'resource') ?? {};
  return (waits?.for === 'resource' && resources[waits.resource]?.name) || 'one place';
}

function outcome(schedule: Schedule, who: readonly number[], at: string): string {
  const { ends } = schedule;
  if (ends.how === 'hangs') return `it would not end by itself and was stopped at ${at}`;
  if (ends.how === 'raises') return `the program ends with ${ends.exception} at ${at}`;
  const not = (['raised', 'cancelled', 'destroyed', 'killed', 'pending'] as const).flatMap(
    (how) => {
      const such = who.filter((lane) => endingOf(schedule, lane).how === how);
      const words = {
        raised: 'failed',
        cancelled: 'cancelled',
        destroyed: 'destroyed',
        killed: 'stopped',
        pending: 'unfinished',
      }[how];
      if (such.length === 0) return [];
      return such.length < 3
        ? `${namesOf(schedule, such)} ${words}`
        : `${count(such.length)} ${words}`;
    },
  );
  if (not.length > 0) return `the run ends at ${at}, with ${not.join(' and ')}`;
  if (who.length < 2) return `it is done at ${at}`;
  return `${who.length === 2 ? 'both' : 'all'} are done by ${at}`;
}
