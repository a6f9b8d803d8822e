// THIS FILE SHIPS TO THE BROWSER.
import type { Answer } from './find.ts';

/** A page with the entries of it that are shown. */
export interface Group {
  readonly answer: Answer;
  readonly entries: readonly number[];
}

/** At most so many entries of a page; of the best page, then of all others. */
const MOST_OF_BEST = 3;
const MOST_OF_OTHERS = 2;

/**
 * The first `rows` entries, in the groups of their pages. Every page that fits has its best entry;
 * what room is left goes to more entries of the best pages.
 */
export function firstRows(answers: readonly Answer[], rows: number): readonly Group[] {
  // Half of the room is for different pages: the second best page is often the one that is meant.
  const pages = answers.slice(0, Math.max(1, Math.ceil((rows * 6) / 10)));
  let left = rows - pages.length;
  return pages.map((answer, i) => {
    const most = i === 0 ? MOST_OF_BEST : MOST_OF_OTHERS;
    const more = Math.min(answer.entries.length - 1, most - 1, left);
    left -= more;
    return { answer, entries: answer.entries.slice(0, 1 + more) };
  });
}

/** How many entries there are to be shown of all answers. */
export function rowsOf(answers: readonly Answer[]): number {
  return answers.reduce((sum, { entries }) => sum + entries.length, 0);
}
