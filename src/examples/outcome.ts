import type { RecordedExample } from './load.ts';
import { totalOf } from '#model/spans.ts';
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

/** More steps than these make a page too heavy to hold both runs a second time. */
const MOST_STEPS = 5000;

/** Whether two runs can share one axis: both took time, and are of a size to be shown side by side. */
export function areComparable(one: Schedule, other: Schedule): boolean {
  const steps = one.steps.length + other.steps.length;
  return totalOf(one) > 0 && totalOf(other) > 0 && steps <= MOST_STEPS;
}

/** What a contrast says, as a sentence of its own. */
export function asSentence(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}

/** A longer reason has no room on the line that shows the difference. */
const LONGEST = 48;

/**
 * Why the shorter of two runs is shorter: what the longer one says of it. Nothing where neither was
 * shorter, where one did not come to its end, or where the words are too long for the place.
 */
export function shorterBecause(one: RecordedExample, other: RecordedExample): string | undefined {
  const [longer, shorter] =
    totalOf(one.schedule) > totalOf(other.schedule) ? [one, other] : [other, one];
  const { contrast } = longer.example;
  if (contrast?.with !== shorter.name) return undefined;
  const words = contrast.because.replace(/^there /, '');
  return words.length <= LONGEST ? words : undefined;
}
