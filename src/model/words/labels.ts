import type { Schedule, Wait } from '../schedule.ts';
import { hasThreads, lackedBy, spanDoing } from '../processors.ts';
import { processOf } from '../processes.ts';
import { isEndless, type Span } from '../spans.ts';
import { stateAt } from '../state.ts';
import { callAt, gilStretches } from '../stretches.ts';
import { turnsOf } from '../turns.ts';
import { plain } from './markup.ts';
import {
  allOf,
  bold,
  count,
  counted,
  countedLanes,
  grouped,
  ground,
  nameOf,
  threadName,
} from './names.ts';
import { keptBy } from './blame.ts';
import { holdsBetween } from './scene.ts';
import { timeWords } from './time-words.ts';
import { isThreadSleep, setterOf } from './timers.ts';
import { outerLabels } from './net-labels.ts';
import { waitsFor } from './waits.ts';

/** Words on a bar, each side from the longest that says most to the shortest; plain text. */
export interface BarLabels {
  /** The reason. */
  readonly left: readonly string[];
  /** The cause of its end; none where the left says it. */
  readonly right: readonly string[];
}

export function barLabels(schedule: Schedule, span: Span): BarLabels {
  const { left, right } = labelsOf(schedule, span);
  return { left: shortening(left), right: shortening(right) };
}

/** For a bar of many turns, each too short for words of its own. */
export function turnsLabels(schedule: Schedule, lane: number): readonly string[] {
  const turns = turnsOf(schedule).filter((turn) => turn.lane === lane);
  const many = counted(turns.length, 'turn');
  return [`runs in ${many}`, many];
}

function labelsOf(schedule: Schedule, span: Span): { left: string[]; right: string[] } {
  const time = isEndless(schedule, span)
    ? 'forever'
    : timeWords(schedule).full(span.to - span.from);
  const kind = schedule.lanes[span.lane]?.kind;
  switch (span.state) {
    case 'blocked':
      if (ground(schedule, span.lane) !== 'the loop')
        return { left: [`sleeps ${time}`, 'sleeps'], right: [] };
      return { left: [`blocks the loop ${time}`, `blocks ${time}`, 'blocks'], right: [] };
    case 'running':
      if (kind === 'loop') return { left: [], right: [] };
      if (kind === 'thread' && hasThreads(schedule) && schedule.provenance.machine.gil)
        return { left: [`holds the GIL ${time}`], right: [] };
      return { left: [`runs ${time}`, time], right: [] };
    case 'ready':
      return { left: readyLabels(schedule, span, time), right: [] };
    case 'waiting':
      if (kind === 'loop') return { left: loopLabels(schedule, span), right: [] };
      return span.waits ? waitLabels(schedule, span, span.waits) : { left: [], right: [] };
  }
}

function readyLabels(schedule: Schedule, span: Span, time: string): string[] {
  if (spanDoing(schedule, span) === 'asks') {
    const what = lackedBy(schedule, span.first, span.lane);
    const who = what === 'the GIL' ? holderOf(schedule, span) : undefined;
    return [
      ...(who === undefined ? [] : [`asks for ${what}: ${who} has it`]),
      `asks for ${what} ${time}`,
      `asks for ${what}`,
      'asks',
    ];
  }
  const by = plain(keptBy(schedule, holdsBetween(schedule, span.first, span.last)));
  const kept = `ready, kept waiting ${time}`;
  return [...(by ? [`${kept}: by ${by}`] : []), kept, 'ready, kept waiting', 'ready'];
}

/** Who had the GIL all the while that a lane asked for it; undefined where it changed hands. */
function holderOf(schedule: Schedule, { lane, from, to }: Span): string | undefined {
  const [holder, ...others] = gilStretches(schedule).filter(
    (stretch) =>
      stretch.process === processOf(schedule, lane) && stretch.from < to && stretch.to > from,
  );
  return holder && others.length === 0 ? threadName(schedule, holder.thread) : undefined;
}

/** The loop is asleep, or one of its tasks has it. */
function loopLabels(schedule: Schedule, { lane, first, last }: Span): string[] {
  const step = schedule.steps[first];
  if (step?.kind === 'sleep') {
    if (step.until === undefined && step.sockets !== undefined)
      return ['asleep until a socket is ready', 'asleep: no socket is ready', 'asleep'];
    if (step.until === undefined && schedule.steps[last]?.lane === lane && last > first)
      return [
        'asleep until a thread wakes it: nobody is ready',
        'asleep until a thread wakes it',
        'asleep',
      ];
    if (step.until === undefined)
      return ['asleep for good: nobody is ready', 'asleep for good', 'asleep'];
    const until = `asleep until ${timeWords(schedule).full(step.until)}`;
    return [`${until}: nobody is ready`, until, 'asleep'];
  }
  const [hold] = holdsBetween(schedule, first, last);
  if (!hold) return [];
  const blocks = schedule.steps.slice(first, last).some(({ kind }) => kind === 'block');
  return blocks
    ? [`stuck in ${nameOf(schedule, hold.lane)}`, 'stuck']
    : [`runs ${nameOf(schedule, hold.lane)}`, 'busy'];
}

function waitLabels(
  schedule: Schedule,
  span: Span,
  waits: Wait,
): { left: string[]; right: string[] } {
  const long = plain(waitsFor(schedule, waits));
  const has = holding(schedule, span);
  const left: string[] = [];
  const right: string[] = [];
  switch (waits.for) {
    case 'timer': {
      const set = setterOf(schedule, waits.timer);
      const due = set?.due;
      const { full } = timeWords(schedule);
      if (set && isThreadSleep(set)) {
        const sleeps = [`sleeps ${full(span.to - span.from)}`, 'sleeps'];
        const call = callAt(schedule, span.lane, span.first);
        const whose = call === undefined ? [] : [...sleeps.map((does) => `${call} ${does}`), call];
        return { left: [...whose, ...sleeps], right: [] };
      }
      const cut = due !== undefined && due > span.to;
      if (isInFinally(schedule, span))
        left.push(`waits ${full(span.to - span.from)} in finally`, 'waits in finally');
      else if (cut) left.push(`waits for its timer, due ${full(due)}`);
      left.push('waits for its timer');
      if (cut) right.push(`${full(due - span.to)} not waited`, 'cut short');
      else if (due !== undefined) right.push(`due ${full(due)}`);
      break;
    }
    case 'gather':
    case 'group':
    case 'any':
      left.push(long);
      if (waits.for !== 'any' || waits.until === 'all')
        left.push(
          waits.lanes.length === 1
            ? `waits for ${grouped(waits.lanes.map((lane) => nameOf(schedule, lane)))}`
            : `waits for ${allOf(waits.lanes.length)}`,
        );
      if (waits.for === 'group') left[0] = long.replace('for its task group, ', '');
      right.push(
        waits.for === 'group'
          ? 'task group'
          : waits.for === 'gather'
            ? `gather of ${waits.lanes.length}`
            : '',
      );
      break;
    case 'started':
      left.push(`waits for ${grouped(waits.lanes.map((lane) => nameOf(schedule, lane)))} to begin`);
      break;
    case 'calls':
      left.push(long);
      if (waits.calls.length > 1)
        left.push(
          `waits for ${waits.until === 'all' ? allOf(waits.calls.length) : `one of ${count(waits.calls.length)}`}`,
        );
      break;
    case 'lane':
    case 'shield':
      left.push(`waits for ${grouped(waits.lanes.map((lane) => nameOf(schedule, lane)))}`);
      if (waits.for === 'shield') right.push('shielded');
      break;
    case 'resource': {
      const { kind, size = 0 } = schedule.resources[waits.resource] ?? {};
      if (kind === 'semaphore') {
        if (size > 1) left.push(`waits for a place: ${allOf(size)} are taken`);
        left.push('waits for a place');
      } else left.push(long);
      if (kind === 'executor')
        left.push(waits.until === 'result' ? 'waits for a result' : 'waits for a call');
      const giver = giverOf(schedule, span);
      if (giver !== undefined) right.push(giver);
      break;
    }
    case 'net':
    case 'file':
    case 'outside':
      return outerLabels(schedule, span, waits);
    default:
      left.push(long);
  }
  const all = [...left, ...briefly(schedule, waits), 'waits'];
  return {
    left: has ? [...all.map((words) => `${has}, ${words}`), ...all] : all,
    right: right.filter(Boolean),
  };
}

/** Without its verb, for a bar that has no room for it: grey says that it waits. */
function briefly({ resources }: Schedule, waits: Wait): string[] {
  if (waits.for === 'timer') return ['for its timer', 'timer'];
  if (waits.for !== 'resource') return [];
  const { kind, name = '' } = resources[waits.resource] ?? {};
  if (kind === 'executor') return [waits.until === 'result' ? 'for a result' : 'for a call'];
  if (waits.until === 'space') return ['for space', 'space'];
  if (waits.until === 'item') return ['for an item', 'item'];
  return kind === 'semaphore' ? ['for a place', 'place'] : [`for ${name}`, name];
}

/** "has a place" while it waits for something else. */
function holding(schedule: Schedule, span: Span): string {
  const { resources } = stateAt(schedule, span.first);
  const held = resources.findIndex(({ holders }) => holders.includes(span.lane));
  const { kind, name = '' } = schedule.resources[held] ?? {};
  if (kind === undefined) return '';
  return kind === 'semaphore' ? 'has a place' : `holds ${name}`;
}

/** Who made a wait for a place or lock end: "fetch 3 leaves". */
function giverOf(schedule: Schedule, { lane, last }: Span): string | undefined {
  for (let n = last; n >= 0; n--) {
    const step = schedule.steps[n];
    if (step?.kind === 'use' && step.does === 'release' && step.lane !== lane)
      return step.at === schedule.steps[last]?.at
        ? `${nameOf(schedule, step.lane)} leaves`
        : undefined;
  }
  return undefined;
}

/** Whether it waits while an exception is under way, in a `finally` of its own. */
function isInFinally(schedule: Schedule, { lane, first }: Span): boolean {
  const before = schedule.steps.findLast(
    (step, n) => n < first && step.lane === lane && step.kind === 'catch',
  );
  return before?.kind === 'catch' && before.by === 'finally';
}

function blockTag(schedule: Schedule, spans: readonly Span[], loop: string): string[] {
  const times = [...new Set(spans.map(({ from, to }) => to - from))];
  const [time] = times;
  if (times.length === 1 && time !== undefined && spans.length > 1)
    return [`each blocks ${loop} for ${timeWords(schedule).full(time)}`, `blocks ${loop}`];
  const lanes = [...new Set(spans.map(({ lane }) => lane))];
  const names = grouped(lanes.map((lane) => nameOf(schedule, lane)));
  return [`${names} block${lanes.length === 1 ? 's' : ''} ${loop}`, `blocks ${loop}`];
}

/** The tag at a line of code: who waits there, or what it does to the loop; from long to short. */
export function lineTag(schedule: Schedule, spans: readonly Span[]): string[] {
  const lanes = [...new Set(spans.map(({ lane }) => lane))];
  const names = grouped(lanes.map((lane) => nameOf(schedule, lane)));
  const [first] = spans;
  if (!first || lanes.length === 0) return [];
  const one = lanes.length === 1;
  const who = one ? [names] : [names, countedLanes(schedule, lanes)];
  if (first.state === 'blocked')
    return blockTag(
      schedule,
      // Another thread may wait in the same line, and blocks nobody.
      spans.filter(({ state }) => state === 'blocked'),
      ground(schedule, first.lane),
    );
  if (first.waits?.for === 'turn')
    return shortening(who.map((each) => `${each} give${one ? 's its' : ' their'} turn up`));
  const wait = `wait${one ? 's' : ''}`;
  const what =
    first.waits?.for === 'resource' && bold(schedule, ...lanes)
      ? [`${names} ${plain(waitsFor(schedule, first.waits, !one))}`]
      : [];
  return shortening([
    ...what,
    ...who.map((each) => `${each} ${wait} here`),
    ...who.map((each) => `${each} ${wait}`),
  ]);
}

/** The longer first; none twice. */
function shortening(words: readonly string[]): string[] {
  return [...new Set(words)].toSorted((a, b) => b.length - a.length);
}
