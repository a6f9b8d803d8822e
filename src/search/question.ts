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
const JOINED = 1.2;
const SYNONYM = 0.45;

/** What is said here for a word that other languages and libraries use. */
const ELSEWHERE = 0.8;

/**
 * What a reader asks for. Words that carry nothing and words that nothing is near to are left
 * out; when none remains, so is everything.
 */
export function readQuestion(index: OpenIndex, typed: string): readonly Wanted[] {
  const words = writtenWords(cleanQuestion(typed))
    .slice(0, MOST_WORDS)
    .map(({ text }) => ({ text, ...keysOf(text) }));
  const units = words.map(unitOf);
  const last = words.length - 1;
  const foreign = units.map((_, i) => elsewhereAt(index, units, i));
  const wanted = words.flatMap(({ text, whole, parts }, i) => {
    const more = [
      ...(foreign[i]?.length === 1 ? foreign[i].ways : []),
      ...synonymsAt(index, units, i),
    ];
    const word = parts.length === 1 ? text.toLowerCase() : undefined;
    const look = (key: string): readonly Way[] =>
      nearKeys(index, key, i === last, word).map(({ key, sure }: Near) => ({ keys: [key], sure }));
    const ways = [...whole.flatMap(look), ...(whole.length > 0 ? more : [])];
    // The words of a phrase from elsewhere do not mean here what they say.
    const inPhrase = foreign.some(
      (one, at) => one && one.length > 1 && at <= i && i < at + one.length,
    );
    const beside = ways.length > 0 || inPhrase ? PART : 1;
    return [
      { weight: WHOLE, ways },
      { weight: WHOLE, ways: foreign[i] && foreign[i].length > 1 ? foreign[i].ways : [] },
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

const stands = (units: readonly string[], at: number, phrase: readonly string[]): boolean =>
  phrase.every((key, i) => units[at + i] === key);

/** What else may be said for the phrase that begins at a word. */
function synonymsAt(index: OpenIndex, units: readonly string[], at: number): Way[] {
  return index.synonyms.flatMap((group) => {
    const said = group.find((phrase) => stands(units, at, phrase));
    return said === undefined
      ? []
      : waysOf(
          index,
          group.filter((phrase) => phrase !== said),
          SYNONYM,
        );
  });
}

/** What is said here for the longest phrase from elsewhere that begins at a word. */
function elsewhereAt(
  index: OpenIndex,
  units: readonly string[],
  at: number,
): { readonly length: number; readonly ways: readonly Way[] } | undefined {
  const [longest] = index.elsewhere
    .filter(([said]) => said !== undefined && stands(units, at, said))
    .sort(([one = []], [other = []]) => other.length - one.length);
  if (!longest) return undefined;
  const [said = [], ...here] = longest;
  return { length: said.length, ways: waysOf(index, here, ELSEWHERE) };
}

function waysOf(index: OpenIndex, phrases: readonly (readonly string[])[], sure: number): Way[] {
  return phrases
    .map((phrase) => ({ keys: phrase.filter((key) => !isEmpty(key)), sure }))
    .filter(({ keys }) => keys.length > 0 && keys.every((key) => index.has(key)));
}
