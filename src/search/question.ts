// THIS FILE SHIPS TO THE BROWSER.
import { cleanQuestion } from './clean.ts';
import { nearKeys, type Near } from './near-keys.ts';
import type { OpenIndex } from './open.ts';
import { isEmpty, joined, keysOf, writtenWords } from './words.ts';

/** One thing that is asked for, and every way in which an entry may say it. */
export interface Wanted {
  /** What it counts for beside the others. */
  readonly weight: number;
  readonly ways: readonly Way[];
}

/** Keys that an entry has to hold together, and how sure it is that they are meant; at most 1. */
export interface Way {
  readonly keys: readonly string[];
  readonly sure: number;
}

/** More words than anyone types; the rest of a paste is left aside. */
const MOST_WORDS = 32;

/** What a name of code counts for as a whole, and its parts beside it. */
const WHOLE = 1.4;
const PART = 0.4;
/** Two words that are also written as one: `task group`. */
const JOINED = 0.8;
const SYNONYM = 0.55;

/**
 * What a reader asks for. Words that carry nothing and words that nothing is near to are left
 * out; when none remains, so is everything.
 */
export function readQuestion(index: OpenIndex, typed: string): readonly Wanted[] {
  const words = writtenWords(cleanQuestion(typed))
    .slice(0, MOST_WORDS)
    .map(({ text }) => ({ text, ...keysOf(text) }));
  const last = words.length - 1;
  const wanted = words.flatMap(({ whole, parts }, i) => {
    const more = synonymsAt(index, words.map(unitOf), i);
    const look = (key: string): readonly Way[] =>
      nearKeys(index, key, i === last).map(({ key, sure }: Near) => ({ keys: [key], sure }));
    const ways = [...whole.flatMap(look), ...(whole.length > 0 ? more : [])];
    const beside = ways.length > 0 ? PART : 1;
    return [
      { weight: WHOLE, ways },
      ...parts
        .filter((part) => !isEmpty(part))
        .map((part) => ({
          weight: beside,
          ways: [...look(part), ...(whole.length === 0 ? more : [])],
        })),
      ...joinedAt(index, words, i).map((key) => ({
        weight: JOINED,
        ways: [{ keys: [key], sure: 1 }],
      })),
    ];
  });
  return wanted.filter(({ ways }) => ways.length > 0);
}

interface Word {
  readonly text: string;
  readonly whole: readonly string[];
  readonly parts: readonly string[];
}

/** What stands for a word in a phrase. */
const unitOf = ({ whole, parts }: Word): string => whole[0] ?? parts[0] ?? '';

/** The names of code that this word and one or two after it may be: `wait for`, `run in executor`. */
function joinedAt(index: OpenIndex, words: readonly Word[], at: number): string[] {
  return [2, 3]
    .map((count) => words.slice(at, at + count))
    .filter((run, i) => run.length === i + 2 && run.every(({ text }) => text.length > 1))
    .map((run) => joined(...run.map(({ text }) => text)))
    .filter((key) => index.has(key));
}

/** What else may be said for the phrase that begins at a word. */
function synonymsAt(index: OpenIndex, units: readonly string[], at: number): Way[] {
  return index.synonyms.flatMap((group) => {
    const said = group.find((phrase) => phrase.every((key, i) => units[at + i] === key));
    if (said === undefined) return [];
    return group
      .filter((phrase) => phrase !== said)
      .map((phrase) => ({ keys: phrase.filter((key) => !isEmpty(key)), sure: SYNONYM }))
      .filter(({ keys }) => keys.length > 0 && keys.every((key) => index.has(key)));
  });
}
