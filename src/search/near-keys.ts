// THIS FILE SHIPS TO THE BROWSER.
import type { OpenIndex } from './open.ts';

/** A key of the index that may be meant, and how sure that is; at most 1. */
export interface Near {
  readonly key: string;
  readonly sure: number;
}

/** A key that is not there may be any of so many. */
const MOST = 12;

/**
 * The keys of the index that a typed one may mean: itself; those it is the beginning of, when it
 * is `unfinished` or not there; those with a typo less. A typo may keep the stem from being cut where
 * that of the right word is, so it is also looked for in the `word` as it was typed, without its ending.
 */
export function nearKeys(
  index: OpenIndex,
  typed: string,
  unfinished: boolean,
  word = typed,
): readonly Near[] {
  const exact = index.has(typed);
  const itself = exact ? [{ key: typed, sure: 1 }] : [];
  if (/^[\d.]+$/.test(typed) || typed.length < 2) return itself;
  const begun = unfinished || (!exact && typed.length > 2) ? beginnings(index, typed, exact) : [];
  const stems = new Set([typed, ...withoutEnding(word)]);
  const mended = exact
    ? []
    : [...shortened(index, typed), ...[...stems].flatMap((stem) => withTypos(index, stem))];
  const others = best([...begun, ...mended]);
  return [...itself, ...others];
}

function best(found: readonly Near[]): readonly Near[] {
  const surest = new Map<string, Near>();
  for (const near of found) {
    if (near.sure > (surest.get(near.key)?.sure ?? 0)) surest.set(near.key, near);
  }
  return [...surest.values()].sort((one, other) => other.sure - one.sure).slice(0, MOST);
}

/** Keys that begin with what was typed. The more is missing, the less sure it is. */
function beginnings({ keys }: OpenIndex, typed: string, exact: boolean): readonly Near[] {
  const found: Near[] = [];
  for (let i = firstFrom(keys, typed); keys[i]?.startsWith(typed); i++) {
    const key = keys[i] ?? '';
    if (key !== typed) found.push({ key, sure: ((exact ? 0.3 : 0.8) * typed.length) / key.length });
  }
  return found;
}

/** The place of the first key that is not before the typed one. */
function firstFrom(keys: readonly string[], typed: string): number {
  let low = 0;
  let high = keys.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((keys[middle] ?? '') < typed) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Keys that what was typed begins with: `cancellin` begins with `cancel`. */
function shortened(index: OpenIndex, typed: string): readonly Near[] {
  const found: Near[] = [];
  for (let length = typed.length - 1; length >= Math.max(4, typed.length * 0.6); length--) {
    const key = typed.slice(0, length);
    if (index.has(key)) found.push({ key, sure: (0.6 * length) / typed.length });
  }
  return found;
}

/** What may be the stem of a word that is not written right: `threding` without its `ing`. */
function withoutEnding(word: string): readonly string[] {
  const stems = endings.filter((ending) => word.endsWith(ending));
  return stems.map((ending) => word.slice(0, -ending.length)).filter(({ length }) => length >= 4);
}

const endings = 's es ed ing er ers or ors ator ators ion ions ation ations'.split(' ');

/** One typo in a word of four letters, whose stem may have three; two from eight letters on, three from twelve. */
function withTypos({ keys }: OpenIndex, typed: string): readonly Near[] {
  const most = typed.length < 3 ? 0 : typed.length < 8 ? 1 : typed.length < 12 ? 2 : 3;
  if (most === 0) return [];
  return keys.flatMap((key) => {
    if (Math.abs(key.length - typed.length) > most || key.length < 4) return [];
    const typos = typosBetween(typed, key, most);
    if (typos > most) return [];
    // Hardly anyone mistypes the first letter.
    const begins = key[0] === typed[0] ? 1 : 0.8;
    return [{ key, sure: (1 - 0.25 * typos) * begins }];
  });
}

/**
 * How many letters were added, left out, changed, or swapped with their neighbour; anything above
 * `most` when there are more.
 */
export function typosBetween(one: string, other: string, most: number): number {
  let before: number[] = [];
  let row = Array.from({ length: other.length + 1 }, (_, i) => i);
  for (let i = 1; i <= one.length; i++) {
    const next = [i];
    for (let j = 1; j <= other.length; j++) {
      const same = one[i - 1] === other[j - 1];
      let typos = Math.min(
        (row[j - 1] ?? 0) + (same ? 0 : 1),
        (row[j] ?? 0) + 1,
        (next[j - 1] ?? 0) + 1,
      );
      const swapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      if (swapped) typos = Math.min(typos, (before[j - 2] ?? 0) + 1);
      next[j] = typos;
    }
    if (Math.min(...next) > most) return most + 1;
    [before, row] = [row, next];
  }
  return row[other.length] ?? 0;
}
