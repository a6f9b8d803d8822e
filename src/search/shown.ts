// THIS FILE SHIPS TO THE BROWSER.
import type { Answer } from './find.ts';

/** A page with the entries of it that are shown. */
export interface Group {
  readonly answer: Answer;
  readonly entries: readonly number[];
}

/** Of the best page so many entries at first, of all others one less. */
const OF_BEST = 3;

/**
 * The first `rows` entries, in the groups of their pages. Every page that fits has its best entry;
 * what room is left goes to more entries of the best pages. With more rows, none goes away.
 */
export function firstRows(answers: readonly Answer[], rows: number): readonly Group[] {
  // Some room is for more of a page: the second best section is often the one that is meant.
  const pages = answers.slice(0, Math.max(1, Math.ceil(rows * 0.6)));
  const counts = pages.map(() => 1);
  let left = rows - pages.length;
  for (let most = OF_BEST; left > 0 && most < OF_BEST + rows; most++) {
    pages.forEach(({ entries }, i) => {
      const wanted = Math.min(entries.length, i === 0 ? most : most - 1);
      const more = Math.max(0, Math.min(left, wanted - (counts[i] ?? 0)));
      counts[i] = (counts[i] ?? 0) + more;
      left -= more;
    });
  }
  return pages.map((answer, i) => ({ answer, entries: answer.entries.slice(0, counts[i]) }));
}

/** How many entries there are to be shown of all answers. */
export function rowsOf(answers: readonly Answer[]): number {
  return answers.reduce((sum, { entries }) => sum + entries.length, 0);
}
