// THIS FILE SHIPS TO THE BROWSER.
import type { OpenIndex } from './open.ts';
import type { Wanted } from './question.ts';

/** So sure it has to be that a word of the title is meant. */
const SURE = 0.75;

/** What a question and a title have of each other; rare words are more than common ones. */
export interface Said {
  /** How much of the title the question says, from 0 to 1. */
  readonly title: number;
  /** How much of the question the title says. */
  readonly question: number;
}

/** What a question has of the title of an entry; `worths` is what each thing that is wanted counts for. */
export function saidBy(
  index: OpenIndex,
  wanted: readonly Wanted[],
  worths: readonly number[],
): (entry: number) => Said {
  const sure = wanted.map(
    ({ ways }) => new Set(ways.filter(({ sure }) => sure >= SURE).flatMap(({ keys }) => keys)),
  );
  return (entry) => {
    const keys = index.titleKeys(entry);
    const isSaid = (key: string): boolean => sure.some((keys) => keys.has(key));
    return {
      title: share(keys.map((key) => [index.rarity(key), isSaid(key)])),
      question: share(sure.map((some, i) => [worths[i] ?? 0, keys.some((key) => some.has(key))])),
    };
  };
}

/** Which part of all worths is there. */
function share(all: readonly (readonly [worth: number, isThere: boolean])[]): number {
  const whole = all.reduce((sum, [worth]) => sum + worth, 0);
  const there = all.reduce((sum, [worth, isThere]) => sum + (isThere ? worth : 0), 0);
  return whole === 0 ? 0 : there / whole;
}
