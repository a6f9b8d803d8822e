import type { RecordedExample } from './load.ts';
import { instantsOf } from '#model/turns.ts';
import { totalOf } from '#model/total.ts';
import type { Schedule } from '#model/schedule.ts';
import { timeWords } from '#model/words/time-words.ts';

/** How a run ended, in a few words for lists: "1.0 s", "1.0 s, then TypeError". */
export function outcomeOf(schedule: Schedule): string {
  const total = totalOf(schedule);
  const time = timeWords(schedule).full(total);
  switch (schedule.ends.how) {
    case 'syntax-error':
      return 'never runs';
    case 'deadlock':
    case 'hangs':
      return 'never ends';
    case 'raises': {
      const { exception } = schedule.ends;
      return total === 0 ? `${exception} at once` : `${time}, then ${exception}`;
    }
    case 'returns':
      return total === 0 ? 'in no time' : time;
  }
}

/** A comparison tells each of its instants in words: more make the page too heavy. */
const MOST_INSTANTS = 200;

/** Whether two runs can share one axis: both took time, and are of a size to be shown side by side. */
export function areComparable(one: Schedule, other: Schedule): boolean {
  const instants = instantsOf(one).length + instantsOf(other).length;
  return totalOf(one) > 0 && totalOf(other) > 0 && instants <= MOST_INSTANTS;
}

/** What a contrast says, as a sentence of its own. */
export function asSentence(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}

/** A longer reason has no room on the line that shows the difference. */
const LONGEST = 48;

/** Whether the difference between two runs comes from nothing but the reason that one of them gives. */
export function doTheSame(one: RecordedExample, other: RecordedExample): boolean {
  const says = (a: RecordedExample, b: RecordedExample) =>
    a.example.contrast?.with === b.name && a.example.contrast.same === true;
  return says(one, other) || says(other, one);
}

/**
 * Why the shorter of two runs is shorter: what the longer one says of it. Nothing where neither is
 * shorter, or where the words are too long for the place.
 */
export function shorterBecause(one: RecordedExample, other: RecordedExample): string | undefined {
  const [first, second] = [totalOf(one.schedule), totalOf(other.schedule)];
  if (first === second) return undefined;
  const [longer, shorter] = first > second ? [one, other] : [other, one];
  const { contrast } = longer.example;
  if (contrast?.with !== shorter.name) return undefined;
  const words = contrast.because.replace(/^there /, '');
  return words.length <= LONGEST ? words : undefined;
}
