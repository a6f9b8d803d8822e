// THIS FILE SHIPS TO THE BROWSER.
import { LEVELS, unpackKinds, unpackNumbers } from './packed.ts';
import type { Kind, StoredIndex, StoredPage } from './stored.ts';
import { meaningOf } from './words.ts';

export interface OpenEntry {
  readonly kind: Kind;
  readonly title: string;
  /** A path below the base. */
  readonly address: string;
  /** Of its page, among all pages. */
  readonly page: number;
  /** Of the entry whose heading stands above it. */
  readonly above: number | undefined;
}

/** An entry that holds a key, and how much it is about it: above 0, at most 1. */
export interface Posting {
  readonly entry: number;
  readonly part: number;
}

export interface OpenPage extends StoredPage {
  /** The first of its entries. */
  readonly first: number;
  /** Entries of other pages that this one explains, too. */
  readonly also: readonly number[];
}

/** The index as it is asked. */
export interface OpenIndex {
  readonly pages: readonly OpenPage[];
  readonly entries: readonly OpenEntry[];
  /** All keys, in order. */
  readonly keys: readonly string[];
  readonly synonyms: StoredIndex['synonyms'];
  readonly elsewhere: StoredIndex['elsewhere'];
  readonly doors: StoredIndex['doors'];
  has(key: string): boolean;
  postings(key: string): readonly Posting[];
  /** How rare a key is: what finding it is worth. */
  rarity(key: string): number;
  /** The keys of an entry's title. */
  titleKeys(entry: number): readonly string[];
}

export function openIndex(stored: StoredIndex): OpenIndex {
  const pages = openPages(stored);
  const entries = openEntries(stored, pages);
  const keys = openKeys(stored);
  const found = new Map<string, readonly Posting[]>();
  const places = unpackNumbers(stored.places);
  const levels = unpackNumbers(stored.levels);
  let next = 0;
  unpackNumbers(stored.counts).forEach((count, key) => {
    let entry = 0;
    const list = Array.from({ length: count }, () => {
      entry += places[next] ?? 0;
      return { entry, part: ((levels[next++] ?? 0) + 1) / LEVELS };
    });
    found.set(keys[key] ?? '', list);
  });
  const postings = (key: string): readonly Posting[] => found.get(key) ?? [];
  const rarities = new Map<string, number>();
  const rarity = (key: string): number => {
    const known = rarities.get(key);
    if (known !== undefined) return known;
    // Who only mentions it hardly makes it common: every program has an asyncio.run.
    const holders = postings(key).reduce((sum, { part }) => sum + part, 0);
    const rare = Math.log(1 + (entries.length - holders + 0.5) / (holders + 0.5));
    rarities.set(key, rare);
    return rare;
  };
  const titled: (readonly string[])[] = [];
  const titleKeys = (entry: number): readonly string[] =>
    (titled[entry] ??= meaningOf(entries[entry]?.title ?? ''));
  const has = (key: string): boolean => found.has(key);
  const { synonyms, elsewhere, doors } = stored;
  return { pages, entries, keys, synonyms, elsewhere, doors, has, postings, rarity, titleKeys };
}

function openPages({ pages, also }: StoredIndex): OpenPage[] {
  let first = 0;
  return pages.map((page, place) => {
    const others = also.filter(([, one]) => one === place).map(([entry]) => entry);
    const open = { ...page, first, also: others };
    first += page.count;
    return open;
  });
}

function openEntries(stored: StoredIndex, pages: readonly OpenPage[]): OpenEntry[] {
  const kinds = unpackKinds(stored.kinds);
  const above = unpackNumbers(stored.above);
  return pages.flatMap(({ first, count, slug }, page) =>
    Array.from({ length: count }, (_, i) => {
      const entry = first + i;
      const address = stored.addresses[entry] ?? '';
      return {
        kind: kinds[entry] ?? 'section',
        title: stored.titles[entry] ?? '',
        address: address.startsWith('#') ? `/${slug}/${address}` : address,
        page,
        above: above[entry] ? entry - above[entry] : undefined,
      };
    }),
  );
}

function openKeys({ keys, shared }: StoredIndex): string[] {
  const lengths = unpackNumbers(shared);
  let last = '';
  return keys.split(' ').map((rest, i) => (last = last.slice(0, lengths[i]) + rest));
}
