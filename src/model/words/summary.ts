import type { Lane, Schedule, Step } from '../schedule.ts';
import { spansOf, totalOf, type Span } from '../spans.ts';
import type { Program } from './code.ts';
import { deed, error } from './deeds.ts';
import { capital, count, counted, ground } from './names.ts';
import { plain } from './markup.ts';
import { reason } from './reasons.ts';
import { sceneAt } from './scene.ts';
import { timeWords } from './time-words.ts';

/** A whole run in one sentence, for the name of its picture: "Three tasks wait at the same time; all are done at 1.0 s." */
export function summaryOf(schedule: Schedule): string {
  const { ends } = schedule;
  if (ends.how === 'syntax-error') return `Python does not run it: ${plain(error(ends))}.`;
  const who = cast(schedule);
  const at = timeWords(schedule).full(totalOf(schedule));
  return capital(
    `${who.length > 0 ? `${together(schedule, who)}; ` : ''}${outcome(schedule, who, at)}.`,
  );
}

/** The lanes that a run is about: those that the program made, else the one that runs it. */
function cast({ lanes }: Schedule): number[] {
  const numbered = lanes.map((lane, number) => ({ lane, number }));
  const made = numbered.filter(({ lane }) => lane.kind !== 'loop' && isMade(lanes, lane));
  const main = numbered.filter(({ lane }) => lane.kind === 'task');
  return (made.length > 0 ? made : main).map(({ number }) => number);
}

/** Whether the program's own code created it, not the loop or Python. */
function isMade(lanes: readonly Lane[], { parent }: Lane): boolean {
  return parent !== undefined && lanes[parent]?.kind !== 'loop';
}

/** "three tasks wait at the same time". */
function together(schedule: Schedule, who: readonly number[]): string {
  const all = spansOf(schedule);
  const kinds = new Set(who.map((lane) => schedule.lanes[lane]?.kind));
  const [kind = 'task'] = kinds;
  const [first = 0] = who;
  if (who.length === 1)
    return `${schedule.lanes[first]?.name ?? 'main'} ${alone(all[first] ?? [])}`;
  const name = counted(who.length, kinds.size > 1 ? 'lane' : kind);
  const long = (state: Span['state']) =>
    who.map((lane) =>
      (all[lane] ?? []).filter((span) => span.state === state && span.to > span.from),
    );
  if (overlap(long('waiting'))) return `${name} wait at the same time`;
  if (long('blocked').some((spans) => spans.length > 0))
    return `${name} hold ${ground(schedule, first)} one after the other`;
  return overlap(long('ready')) ? `${name} take turns` : `${name} run one after the other`;
}

function alone(spans: readonly Span[]): string {
  const times = spans.filter(({ state, from, to }) => state === 'waiting' && to > from).length;
  if (times === 0) return 'runs alone';
  return `waits ${times < 3 ? (times === 1 ? 'once' : 'twice') : `${count(times)} times in a row`}`;
}

/** Whether spans of two lanes share more than an instant. */
function overlap(lanes: readonly (readonly Span[])[]): boolean {
  const spans = lanes.flat().toSorted((a, b) => a.from - b.from);
  let end = -1;
  return spans.some(({ from, to }) => {
    const shares = from < end;
    end = Math.max(end, to);
    return shares;
  });
}

function outcome({ lanes, ends }: Schedule, who: readonly number[], at: string): string {
  switch (ends.how) {
    case 'deadlock':
      return `at ${at} everybody waits and nothing is due`;
    case 'hangs':
      return `it would not end by itself and was stopped at ${at}`;
    case 'raises':
      return `the program ends with ${ends.exception} at ${at}`;
    case 'syntax-error':
    case 'returns':
      break;
  }
  const not = (['raised', 'cancelled', 'pending'] as const).flatMap((how) => {
    const number = who.filter((lane) => lanes[lane]?.how === how).length;
    const words = { raised: 'failed', cancelled: 'cancelled', pending: 'unfinished' }[how];
    return number > 0 ? [`${count(number)} ${words}`] : [];
  });
  if (who.length < 2) return not.length > 0 ? `the run ends at ${at}` : `it is done at ${at}`;
  if (not.length > 0) return `the run ends at ${at}, with ${not.join(' and ')}`;
  return `${who.length === 2 ? 'both' : 'all'} are done at ${at}`;
}

/** A row of the table of every step. `what` and `why` are markup. */
export interface StepRow {
  readonly step: number;
  readonly time: string;
  readonly lane: string;
  readonly what: string;
  readonly line: number | undefined;
  /** Empty where there is nothing to add. */
  readonly why: string;
}

export function stepRow(schedule: Schedule, n: number, program: Program = []): StepRow {
  const scene = sceneAt(schedule, n, program);
  const { lane, line, at }: Step = scene.step;
  return {
    step: n,
    time: scene.times.full(at),
    lane: schedule.lanes[lane]?.name ?? '',
    what: deed(scene),
    line,
    why: capital(reason(scene)),
  };
}
