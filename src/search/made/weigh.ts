import { LEVELS } from '../packed.ts';
import { isEmpty, keysOf, writtenWords } from '../words.ts';
import type { Entry } from './entry.ts';

/** How much a word counts by where it stands, and how much the length of that text matters. */
const fields = {
  title: { weight: 4, length: 0.2 },
  asked: { weight: 2.5, length: 0 },
  texts: { weight: 0.6, length: 0.6 },
  moments: { weight: 1, length: 0.6 },
  code: { weight: 0.3, length: 0.6 },
} as const;
type Field = keyof typeof fields;
const fieldNames = Object.keys(fields) as readonly Field[];

/** How soon a word that is repeated stops counting for more. */
const SATURATION = 4;

/** For each entry, how much it is about each of its keys: from 0 to LEVELS - 1. */
export type Weights = readonly ReadonlyMap<string, number>[];

/**
 * BM25F: what an entry is about, before anyone asks. Done here, where there is time, so that the
 * browser has only to add up; what is rare is known there too.
 */
export function weigh(entries: readonly Entry[]): Weights {
  const counted = entries.map((entry) => fieldNames.map((field) => countKeys(entry, field)));
  const averages = fieldNames.map((_, i) => {
    const lengths = counted.map((each) => each[i]?.length ?? 0).filter((length) => length > 0);
    return lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length);
  });
  const weights = counted.map((counts) => {
    const sums = new Map<string, number>();
    fieldNames.forEach((field, i) => {
      const { keys, length } = counts[i] ?? { keys: new Map<string, number>(), length: 0 };
      const { weight, length: matter } = fields[field];
      const norm = 1 - matter + (matter * length) / (averages[i] || 1);
      for (const [key, count] of keys)
        sums.set(key, (sums.get(key) ?? 0) + (weight * count) / norm);
    });
    return new Map([...sums].map(([key, sum]) => [key, levelOf(sum / (sum + SATURATION))]));
  });
  return withoutAsides(weights);
}

/** A word that so large a part of all entries holds finds nothing where it is said in passing. */
const COMMON = 1 / 25;
/** What so few hold is not common, however small the site is. */
const FEW = 5;

function withoutAsides(weights: Weights): Weights {
  const counts = new Map<string, number>();
  for (const each of weights)
    for (const key of each.keys()) counts.set(key, (counts.get(key) ?? 0) + 1);
  const isCommon = (key: string) => (counts.get(key) ?? 0) > Math.max(FEW, weights.length * COMMON);
  return weights.map(
    (each) => new Map([...each].filter(([key, level]) => level > 0 || !isCommon(key))),
  );
}

/** From 0 for hardly to LEVELS - 1 for wholly. */
const levelOf = (part: number): number => Math.min(LEVELS - 1, Math.floor(part * LEVELS));

function countKeys(
  entry: Entry,
  field: Field,
): { keys: ReadonlyMap<string, number>; length: number } {
  const keys = new Map<string, number>();
  let length = 0;
  for (const text of textsOf(entry, field)) {
    for (const written of writtenWords(text)) {
      const { whole, parts } = keysOf(written.text);
      // What a program calls its own variables says nothing of what it is about.
      if (field === 'code' && whole.length === 0) continue;
      const meaning = new Set([...whole, ...parts].filter((key) => !isEmpty(key)));
      for (const key of meaning) keys.set(key, (keys.get(key) ?? 0) + 1);
      length += meaning.size === 0 ? 0 : 1;
    }
  }
  return { keys, length };
}

function textsOf(entry: Entry, field: Field): readonly string[] {
  if (field === 'title') return [entry.title, ...(entry.titles ?? [])];
  if (field === 'moments') return (entry.moments ?? []).map(({ says }) => says);
  return entry[field] ?? [];
}
