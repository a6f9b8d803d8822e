import { pack, type Packed } from './pack.ts';
import { kinds } from './kinds/all.ts';
import type { ReadSite } from './read-site.ts';
import { parseSynonyms, synonymKeys } from './synonyms.ts';

/** What browsers fetch of a site. */
export function makeSearch({ site, course, doors }: ReadSite): Packed {
  const entries = kinds.flatMap((read) => read(site));
  const meanings = synonymKeys(parseSynonyms(site.file('synonyms.yaml')));
  return pack(entries, course, { ...meanings, doors });
}
