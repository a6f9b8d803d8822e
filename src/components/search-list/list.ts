// THIS FILE SHIPS TO THE BROWSER, when search is opened.
import { find, type Found } from '#search/find.ts';
import type { OpenIndex } from '#search/open.ts';
import { firstRows, rowsOf } from '#search/shown.ts';
import { nearest } from '#links/nearest.ts';
import { element } from './make-element.ts';
import { drawGroup } from './rows.ts';
import type { Sources } from './sources.ts';

/** So many results are shown at a time. */
const ROWS = 10;

/** What is shown while nothing is asked. */
export type DrawIdle = (ask: (question: string) => void) => readonly Node[];

/**
 * The results of a search field, as one types. Arrows go from the field through the results and
 * back; a letter typed on a result goes into the field.
 */
export class SearchList {
  readonly element = element('div', { class: 'search-list' });
  readonly #status = element('p', { class: 'search-count', role: 'status' });
  readonly #results = element('div', { class: 'search-results' });
  readonly #field: HTMLInputElement;
  readonly #sources: Sources;
  readonly #drawIdle: DrawIdle;
  #index: OpenIndex | undefined;
  #frame = 0;

  constructor(field: HTMLInputElement, sources: Sources, drawIdle: DrawIdle) {
    this.#field = field;
    this.#sources = sources;
    this.#drawIdle = drawIdle;
    this.element.append(this.#status, this.#results);
    field.addEventListener('input', () => this.#drawSoon());
    field.addEventListener('keydown', this.#moveOnKey);
    this.element.addEventListener('keydown', this.#moveOnKey);
  }

  /** The address of the best result, when there is one. */
  get first(): HTMLAnchorElement | null {
    return this.#results.querySelector<HTMLAnchorElement>('a.found');
  }

  /** Fetches what it needs, and shows the results of what stands in the field. */
  async open(): Promise<void> {
    this.draw();
    try {
      this.#index = await this.#sources.index();
    } catch {
      this.#say('The search index cannot be reached.');
      this.#results.replaceChildren(this.#doors(['/topics/', 'Topics from A to Z']));
      return;
    }
    this.draw();
  }

  draw(): void {
    const question = this.#field.value.trim();
    const ask = (question: string): void => {
      this.#field.value = question;
      this.#field.focus();
      this.#field.dispatchEvent(new Event('input', { bubbles: true }));
    };
    if (question === '') {
      this.#say('');
      this.#results.replaceChildren(...this.#drawIdle(ask));
    } else if (this.#index === undefined) {
      this.#say('Looking …');
    } else {
      this.#drawFound(this.#index, find(this.#index, question), question);
    }
  }

  #drawSoon(): void {
    // Keys that come faster than the screen is drawn are answered once.
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => {
      if (this.#index === undefined) void this.open();
      else this.draw();
    });
  }

  #drawFound(index: OpenIndex, found: Found, question: string): void {
    const { answers } = found;
    if (answers.length === 0) {
      this.#say('Nothing found.');
      this.#results.replaceChildren(...this.#drawNothing(index, question));
      return;
    }
    const all = rowsOf(answers);
    const drawing = { index, sources: this.#sources, keys: found.keys };
    const more = element('button', { type: 'button', class: 'found-more' }, 'More results');
    const show = (rows: number): void => {
      const groups = firstRows(answers, rows).map((group) => drawGroup(group, drawing));
      this.#results.replaceChildren(element('ol', { class: 'found-pages' }, ...groups));
      if (rows < all) this.#results.append(more);
    };
    let rows = ROWS;
    more.addEventListener('click', () => {
      const before = new Set(
        [...this.#results.querySelectorAll('a')].map(({ pathname, hash }) => pathname + hash),
      );
      show((rows += ROWS));
      const links = [...this.#results.querySelectorAll('a')];
      links.find(({ pathname, hash }) => !before.has(pathname + hash))?.focus();
    });
    show(rows);
    this.#say(`${count(all, 'result')} on ${count(answers.length, 'page')}`);
  }

  #drawNothing(index: OpenIndex, question: string): Node[] {
    const terms = index.entries.filter(({ kind }) => kind === 'term');
    const names = nearest(
      question.toLowerCase().slice(0, 40),
      terms.map(({ title }) => title),
      4,
    );
    const near = terms.filter(({ title }) => names.includes(title));
    return [
      element('p', { class: 'search-hint' }, 'The nearest words of the glossary:'),
      this.#doors(...near.map(({ address, title }): [string, string] => [address, title])),
      element('p', { class: 'search-hint' }, 'Or look through:'),
      this.#doors(...index.doors),
    ];
  }

  #doors(...doors: readonly (readonly [path: string, name: string])[]): HTMLElement {
    const links = doors.map(([path, name]) =>
      element('li', {}, element('a', { class: 'door', href: this.#sources.addressOf(path) }, name)),
    );
    return element('ul', { class: 'search-doors' }, ...links);
  }

  /** Written anew only when it changes, so that it is not announced at every letter. */
  #say(words: string): void {
    if (this.#status.textContent !== words) this.#status.textContent = words;
  }

  readonly #moveOnKey = (event: KeyboardEvent): void => {
    const { target, key } = event;
    if (!(target instanceof HTMLElement) || event.isComposing) return;
    if (key === 'ArrowDown' || key === 'ArrowUp') {
      const stops = [this.#field, ...this.element.querySelectorAll<HTMLElement>('a, button')];
      const next = stops.indexOf(target) + (key === 'ArrowDown' ? 1 : -1);
      if (next < 0 || next >= stops.length) return;
      event.preventDefault();
      stops[next]?.focus();
    } else if (key.length === 1 && key !== ' ' && target !== this.#field) {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      // The browser puts the letter where the focus is by then.
      this.#field.focus();
    }
  };
}

const count = (number: number, word: string): string =>
  `${number} ${word}${number === 1 ? '' : 's'}`;
