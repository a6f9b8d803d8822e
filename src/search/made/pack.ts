import { packKinds, packNumbers } from '../packed.ts';
import type { StoredIndex, StoredPage, StoredText, StoredTexts } from '../stored.ts';
import type { Entry } from './entry.ts';
import { weigh } from './weigh.ts';

/** A page of the course, in its order. */
export type CoursePage = Omit<StoredPage, 'count'>;

export interface Packed {
  readonly index: StoredIndex;
  /** By the slug of the page. */
  readonly texts: ReadonlyMap<string, StoredTexts>;
}

/** What browsers fetch, of everything that can be found. Entries of pages outside the course are a fault. */
export function pack(
  all: readonly Entry[],
  course: readonly CoursePage[],
  { synonyms, elsewhere, doors }: Pick<StoredIndex, 'synonyms' | 'elsewhere' | 'doors'>,
): Packed {
  const lost = all.find((entry) => !course.some(({ slug }) => slug === entry.page));
  if (lost) throw new Error(`${lost.address} counts for \`${lost.page}\`, which is no page.`);
  const byPage = course.map((page) => ({
    page,
    entries: all.filter((entry) => entry.page === page.slug),
  }));
  const entries = byPage.flatMap((each) => each.entries);
  const places = new Map(entries.map(({ address }, i) => [address, i]));
  const found = postings(entries);
  const keys = [...found.keys()].sort();
  const shares = keys.map((key, i) => sharedLetters(keys[i - 1] ?? '', key));
  const lists = keys.map((key) => found.get(key) ?? []);
  return {
    index: {
      pages: byPage.map(({ page, entries }) => ({ ...page, count: entries.length })),
      kinds: packKinds(entries.map(({ kind }) => kind)),
      titles: entries.map(({ title }) => title),
      addresses: entries.map(({ address, page }) => address.replace(`/${page}/#`, '#')),
      above: packNumbers(
        entries.map(({ above }, i) => (above === undefined ? 0 : i - (places.get(above) ?? i))),
      ),
      keys: keys.map((key, i) => key.slice(shares[i])).join(' '),
      shared: packNumbers(shares),
      counts: packNumbers(lists.map(({ length }) => length)),
      places: packNumbers(
        lists.flatMap((list) => list.map(({ entry }, i) => entry - (list[i - 1]?.entry ?? 0))),
      ),
      levels: packNumbers(lists.flatMap((list) => list.map(({ level }) => level))),
      also: entries.flatMap(({ also = [] }, entry) =>
        also.map((slug) => [entry, course.findIndex((page) => page.slug === slug)] as const),
      ),
      doors,
      synonyms,
      elsewhere,
    },
    texts: new Map(byPage.map(({ page, entries }) => [page.slug, entries.map(shownText)])),
  };
}

const shownText = ({ texts, moments }: Entry): StoredText => {
  const text = texts.join('\n');
  if (!moments) return { text };
  return { text, moments: moments.map(({ address, says }) => [address, says]) };
};

/** For each key, the entries that hold it, in their order. */
function postings(
  entries: readonly Entry[],
): Map<string, { readonly entry: number; readonly level: number }[]> {
  const found = new Map<string, { entry: number; level: number }[]>();
  weigh(entries).forEach((weights, entry) => {
    for (const [key, level] of weights) {
      const list = found.get(key);
      if (list) list.push({ entry, level });
      else found.set(key, [{ entry, level }]);
    }
  });
  return found;
}

function sharedLetters(one: string, other: string): number {
  let shared = 0;
  while (shared < one.length && one[shared] === other[shared]) shared++;
  return shared;
}
