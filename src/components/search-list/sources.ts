// THIS FILE SHIPS TO THE BROWSER, when search is opened.
import { openIndex, type OpenIndex } from '#search/open.ts';
import type { StoredIndex, StoredTexts } from '#search/stored.ts';

/** Where search fetches from; `home` is the address of the search page. */
export class Sources {
  readonly #home: string;
  #index: Promise<OpenIndex> | undefined;
  readonly #texts = new Map<string, Promise<StoredTexts>>();

  constructor(home: string) {
    this.#home = home;
  }

  /** The index, fetched once; one that could not be fetched is asked for again. */
  index(): Promise<OpenIndex> {
    this.#index ??= this.#fetch<StoredIndex>('index.json').then(openIndex);
    this.#index.catch(() => (this.#index = undefined));
    return this.#index;
  }

  /** The texts of the entries of a page. */
  texts(slug: string): Promise<StoredTexts> {
    const known = this.#texts.get(slug);
    if (known) return known;
    const texts = this.#fetch<StoredTexts>(`texts/${slug}.json`);
    this.#texts.set(slug, texts);
    texts.catch(() => this.#texts.delete(slug));
    return texts;
  }

  /** The full address of a path below the base. */
  addressOf(path: string): string {
    return new URL(`..${path}`, this.#home).href;
  }

  async #fetch<Stored>(name: string): Promise<Stored> {
    const response = await fetch(new URL(name, this.#home));
    if (!response.ok) throw new Error(`${name} answered ${response.status}.`);
    return (await response.json()) as Stored;
  }
}
