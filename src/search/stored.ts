// Types only: the shapes of what is fetched when search is opened.

/** What a result is. */
export type Kind = 'page' | 'section' | 'error' | 'symptom' | 'term' | 'correction' | 'example';

/** A page that explains, and the results that count for it. */
export interface StoredPage {
  readonly slug: string;
  readonly name: string;
  readonly chapter: string;
  /** How many entries it has; they stand one after the other, in the order of the pages. */
  readonly count: number;
}

/** search/index.json: everything that is needed to find, in columns. */
export interface StoredIndex {
  readonly pages: readonly StoredPage[];
  /** The kinds of the entries, a letter each (packed.ts). */
  readonly kinds: string;
  readonly titles: readonly string[];
  /** `#id` on the page that explains, or a path below the base, with or without `#id`. */
  readonly addresses: readonly string[];
  /** How many entries before an entry its heading stands; 0 for none. Packed numbers. */
  readonly above: string;
  /** Entries that count for a further page, too: both by their place. */
  readonly also: readonly (readonly [entry: number, page: number])[];
  /** The keys in their order, each without what it shares with the one before it. */
  readonly keys: string;
  /** How many letters each shares. Packed numbers. */
  readonly shared: string;
  /** How many entries hold each key. Packed numbers. */
  readonly counts: string;
  /** For each key, the entries that hold it, as steps from one to the next. Packed numbers. */
  readonly places: string;
  /** How much each of those entries is about the key, from 0 to `LEVELS - 1`. A letter each. */
  readonly levels: string;
  /** Where to look when nothing was found: paths below the base, and what they are called. */
  readonly doors: readonly (readonly [path: string, name: string])[];
  /** Groups of words that mean nearly the same; each word or phrase is a list of keys. */
  readonly synonyms: readonly (readonly (readonly string[])[])[];
  /** Words and phrases of other languages and libraries, each before what is said for it here. */
  readonly elsewhere: readonly (readonly (readonly string[])[])[];
}

/** search/texts/<page>.json: the text of each entry that counts for the page, in their order. */
export type StoredTexts = readonly StoredText[];

export interface StoredText {
  /** One paragraph a line. */
  readonly text: string;
  /** Of an example, the key steps of its replay: a path below the base, and what is said there. */
  readonly moments?: readonly (readonly [address: string, says: string])[];
}
