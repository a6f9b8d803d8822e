import type { FigureWords } from '#model/figure-words.ts';
import type { Schedule } from '#model/schedule.ts';
import { instantsOf } from '#model/turns.ts';
import { markupToHtml } from '#model/words/markup.ts';
import { grouped } from '#model/words/names.ts';
import { sentencesOf } from '#model/words/table.ts';
import { timeWords } from '#model/words/time-words.ts';
import { carriesOn, instantLine, instantWords } from '#model/words/turn-words.ts';

/** Without its tags, for words whose room is reckoned. */
export function plainHtml(html: string): string {
  return html.replace(/<[^>]*>/g, '');
}

/** Tells a whole recording, so that no reader's browser needs what it takes to find the words. */
export function figureWords(schedule: Schedule, program: string): FigureWords {
  const words = kept.get(schedule) ?? tell(schedule, program);
  kept.set(schedule, words);
  return words;
}

/** A page has them, and the file that its player fetches. */
const kept = new WeakMap<Schedule, FigureWords>();

function tell(schedule: Schedule, program: string): FigureWords {
  const time = timeWords(schedule).full;
  return {
    instants: instantsOf(schedule).map((instant) => ({
      clock: time(instant.at),
      rows: instantWords(schedule, instant).map(({ who, says, lines, numbers, first, last }) => ({
        who: markupToHtml(`**${grouped(who)}**`),
        says: markupToHtml(says),
        lines,
        ...(numbers ? { numbers: [...numbers] as [number, number] } : {}),
        first,
        last,
      })),
      line: carriesOn(schedule, instant) ? '' : markupToHtml(instantLine(schedule, instant)),
    })),
    sentences: sentencesOf(schedule, program.split('\n')).map(markupToHtml),
  };
}
