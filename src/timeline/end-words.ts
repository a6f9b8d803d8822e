import type { LifeEnd } from '#model/ending.ts';
import type { Schedule } from '#model/schedule.ts';
import { timeWords } from '#model/words/time-words.ts';
import { firstThatFits, stripWidth, textWidth, type SizeName } from './fit.ts';
import { isKept, type StripLane } from './strip.ts';

/** What stands at a lane's end: how it ended, when, and how long it was kept waiting in all. */

const END_WORDS: Readonly<Record<LifeEnd, string>> = {
  returned: 'done',
  raised: 'failed',
  cancelled: 'cancelled',
  pending: '',
  killed: 'stopped',
  destroyed: 'destroyed',
};

/** Beside the mark of the end, from long to short. */
export function endWords(
  schedule: Schedule,
  lane: StripLane,
  size: SizeName,
  names: number,
): readonly string[] {
  const word = END_WORDS[lane.end.how];
  if (word === '') return [];
  return [...keptWaiting(schedule, lane, size, names).map((kept) => `${word}, ${kept}`), word];
}

/** On a phone the words stand at the figure's edge, so they say when that was, if it was not there. */
export function endWordsOnPhone(schedule: Schedule, lane: StripLane, names: number): string {
  const word = END_WORDS[lane.end.how];
  if (word === '') return '';
  const at = schedule.steps[lane.end.step]?.at;
  const isAtEdge = lane.end.x > 0.97 || at === undefined;
  const when = isAtEdge ? word : `${word} at ${timeWords(schedule).full(at)}`;
  const kept = keptWaiting(schedule, lane, 'n', names);
  const wordings = kept.flatMap((more) => [`${when}, ${more}`, `${word}, ${more}`]);
  const room = stripWidth('n', names) - textWidth(lane.name, SIZE) - BETWEEN;
  return firstThatFits([...wordings, when], room, SIZE) ?? when;
}
const SIZE = 13;
const BETWEEN = 16;

/** A smaller part of the axis is not worth a word. */
const LEAST = 0.01;

/** "kept waiting 0.016 s"; nothing where a bar is long enough to say it. */
function keptWaiting(
  schedule: Schedule,
  { bars }: StripLane,
  size: SizeName,
  names: number,
): readonly string[] {
  const kept = bars.filter(isKept);
  const needed = textWidth('ready, kept waiting', SIZE) / stripWidth(size, names);
  const part = kept.reduce((sum, { from, to }) => sum + to - from, 0);
  if (part < LEAST || kept.some(({ from, to }) => to - from > needed)) return [];
  const time = kept.reduce((sum, { span }) => sum + span.to - span.from, 0);
  return [`kept waiting ${timeWords(schedule).full(time)}`];
}
