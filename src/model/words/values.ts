import type { Grid } from '../grid.ts';
import type { Schedule } from '../schedule.ts';
import { spansOf, type Span } from '../spans.ts';
import { totalOf } from '../total.ts';
import { turnsOf } from '../turns.ts';
import { slug } from './moments.ts';
import { timeWords, timeWordsFor } from './time-words.ts';

/** Finds a recording by its example ("three-sleepers") or combination of switches ("three-sleepers/nap-3"). */
export interface Recordings {
  readonly get: (name: string) => Schedule | undefined;
  readonly names: () => Iterable<string>;
  /** The grid of an example, of which only totals are kept. */
  readonly grid?: (name: string) => Grid | undefined;
}

/** Somebody asks for a value that no recording has; `hint` lists those that there are. */
export class UnknownValue extends Error {
  override readonly name = 'UnknownValue';
  readonly hint: string;

  constructor(message: string, hint: string) {
    super(message);
    this.hint = hint;
  }
}

const LANE_VALUES: Readonly<Record<string, (spans: readonly Span[]) => number | undefined>> = {
  start: (spans) => spans.find(({ state }) => state === 'running' || state === 'blocked')?.from,
  end: (spans) => spans.at(-1)?.to,
  running: (spans) => sum(spans, 'running'),
  waiting: (spans) => sum(spans, 'waiting'),
  'kept-waiting': (spans) => sum(spans, 'ready'),
  blocked: (spans) => sum(spans, 'blocked'),
};

/** Stands between two examples whose totals are compared. */
const VERSUS = '--vs--';
/** Begins the name of a run of a grid. */
const GRID = 'grid.';

/** What prose may ask of one recording. */
export function valueNames(schedule: Schedule): string[] {
  const lanes = schedule.lanes.flatMap(({ name }) =>
    Object.keys(LANE_VALUES).map((value) => `${slug(name)}.${value}`),
  );
  const lines = outputOf(schedule).split('\n').slice(0, -1);
  const output = lines.length > 0 ? ['output', ...lines.map((_, n) => `output.${n + 1}`)] : [];
  return ['total', 'turns', ...lanes, ...output];
}

/** A value of one recording as text; undefined when there is none of this name. */
export function valueOf(schedule: Schedule, name: string): string | undefined {
  const { full } = timeWords(schedule);
  if (name === 'total') return full(totalOf(schedule));
  if (name === 'turns') return String(turnsOf(schedule).filter((turn) => turn.number).length);
  const [first = '', second] = name.split('.');
  if (first === 'output') {
    const text = outputOf(schedule);
    if (text === '') return undefined;
    return second === undefined
      ? text.trimEnd()
      : text.split('\n').slice(0, -1)[Number(second) - 1];
  }
  const lane = schedule.lanes.findIndex((each) => slug(each.name) === slug(first));
  const ask = second === undefined ? undefined : LANE_VALUES[second];
  const time = ask?.(spansOf(schedule)[lane] ?? []);
  return time === undefined ? undefined : full(time);
}

/** What a tag asks for: "three-sleepers.total", "five-await--vs--five-tasks.difference", or a run of a grid. */
export function recordedValue(recordings: Recordings, tag: string): string {
  const cut = tag.indexOf('.');
  const [example, value] = [tag.slice(0, cut), tag.slice(cut + 1)];
  if (cut < 0)
    throw new UnknownValue(
      `\`{${tag}}\` names an example and no value of it.`,
      `Write the value after a point: \`{${tag}.total}\`.`,
    );
  if (value.startsWith(GRID))
    return totalInGrid(recordings, tag, example, value.slice(GRID.length));
  const found = example.split(VERSUS).map((name) => recordingOf(recordings, tag, name));
  const [one, other] = found;
  if (one && other) {
    if (value === 'difference')
      return timeWords(one, other).full(Math.abs(totalOf(one) - totalOf(other)));
    throw unknown(tag, value, example, ['difference']);
  }
  const text = one && valueOf(one, value);
  if (text === undefined) throw unknown(tag, value, example, one ? valueNames(one) : []);
  return text;
}

/** "calls-by-limit.grid.calls-50-limit-5". */
function totalInGrid({ grid }: Recordings, tag: string, example: string, run: string): string {
  const totals = grid?.(example)?.totals ?? {};
  const total = totals[run];
  if (total === undefined) {
    const names = Object.keys(totals).map((name) => GRID + name);
    throw unknown(tag, GRID + run, example, names.length > 0 ? names : ['total']);
  }
  return timeWordsFor(Object.values(totals)).full(total);
}

function unknown(tag: string, value: string, example: string, names: readonly string[]) {
  return new UnknownValue(
    `\`{${tag}}\` asks for \`${value}\`, which the recording of \`${example}\` does not have.`,
    `Use one of: ${names.join(', ')}.`,
  );
}

function recordingOf(recordings: Recordings, tag: string, name: string): Schedule {
  const schedule = recordings.get(name);
  if (schedule) return schedule;
  const all = [...recordings.names()];
  const near = all.filter((other) => other.split('/')[0] === name.split('/')[0]);
  throw new UnknownValue(
    `\`{${tag}}\` asks for the recording \`${name}\`, which does not exist.`,
    `Use one of: ${(near.length > 0 ? near : all).join(', ')}. Or record it with \`npm run record\`.`,
  );
}

const TAG = /\{([a-z0-9][a-z0-9/-]*\.[^{}\s]+)\}/g;

/** The tags in a text, without their braces. */
export function tagsIn(text: string): string[] {
  return [...text.matchAll(TAG)].map(([, tag = '']) => tag);
}

/** The text with each `{example.value}` replaced by what was recorded. Throws `UnknownValue`. */
export function fillTags(text: string, recordings: Recordings): string {
  return text.replace(TAG, (_, tag: string) => recordedValue(recordings, tag));
}

function sum(spans: readonly Span[], state: Span['state']): number {
  return spans.reduce((all, span) => all + (span.state === state ? span.to - span.from : 0), 0);
}

/** All that the program printed, stdout and stderr as they came. */
function outputOf({ steps }: Schedule): string {
  return steps.map((step) => (step.kind === 'print' ? step.text : '')).join('');
}
