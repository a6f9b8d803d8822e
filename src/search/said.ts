// THIS FILE SHIPS TO THE BROWSER.
import type { OpenIndex } from './open.ts';
import type { Wanted } from './question.ts';

/** So sure it has to be that a word of the title is meant. */
const SURE = 0.75;

/** How much of an entry's title a question says, from 0 to 1; rare words are more of it than common ones. */
export function saidBy(index: OpenIndex, wanted: readonly Wanted[]): (entry: number) => number {
  const said = new Set(
    wanted.flatMap(({ ways }) =>
      ways.filter(({ sure }) => sure >= SURE).flatMap(({ keys }) => keys),
    ),
  );
  return (entry) => {
    let whole = 0;
    let part = 0;
    for (const key of index.titleKeys(entry)) {
      const worth = index.rarity(key);
      whole += worth;
      if (said.has(key)) part += worth;
    }
    return whole === 0 ? 0 : part / whole;
  };
}
