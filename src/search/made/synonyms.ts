import { z } from 'zod';
import { parseContent } from '#links/content-file.ts';
import type { StoredIndex } from '../stored.ts';
import { keysOf, writtenWords } from '../words.ts';

const wanted = 'A group has at least two words or phrases that mean nearly the same.';
const groupsSchema = z.array(z.array(z.string().min(2)).min(2, wanted));

/** The groups of content/synonyms.yaml. */
export function parseSynonyms(text: string): readonly (readonly string[])[] {
  return parseContent('content/synonyms.yaml', text, groupsSchema);
}

/** The same, by the keys of their words: a name of code is one key. */
export function synonymKeys(groups: readonly (readonly string[])[]): StoredIndex['synonyms'] {
  return groups.map((group) =>
    group.map((phrase) =>
      writtenWords(phrase).map(({ text }) => {
        const { whole, parts } = keysOf(text);
        return whole[0] ?? parts[0] ?? '';
      }),
    ),
  );
}
