import { z } from 'zod';
import { parseContent } from '#links/content-file.ts';
import type { StoredIndex } from '../stored.ts';
import { keysOf, writtenWords } from '../words.ts';

const phrase = z.string().min(2);
const wanted = 'A group has at least two words or phrases that mean nearly the same.';
const wordsSchema = z.strictObject({
  same: z.array(z.array(phrase).min(2, wanted)),
  elsewhere: z.record(phrase, z.array(phrase).min(1, 'Write what is said here for it.')),
});
export type Synonyms = z.infer<typeof wordsSchema>;

/** What content/synonyms.yaml says. */
export function parseSynonyms(text: string): Synonyms {
  return parseContent('content/synonyms.yaml', text, wordsSchema);
}

/** The same, by the keys of their words: a name of code is one key. */
export function synonymKeys({
  same,
  elsewhere,
}: Synonyms): Pick<StoredIndex, 'synonyms' | 'elsewhere'> {
  return {
    synonyms: same.map((group) => group.map(keysOfPhrase)),
    elsewhere: Object.entries(elsewhere).map(([said, here]) => [said, ...here].map(keysOfPhrase)),
  };
}

const keysOfPhrase = (phrase: string): string[] =>
  writtenWords(phrase).map(({ text }) => {
    const { whole, parts } = keysOf(text);
    return whole[0] ?? parts[0] ?? '';
  });
