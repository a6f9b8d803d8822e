import { momentIn } from '../replay/address.ts';
import { movingStyles } from '../replay/moving-styles.ts';
import { noteIn, notes } from '../replay/parts/sentence.ts';
import type { Moves } from './moves.ts';

/** Wakes the controls of a comparison. What moves it comes with the first press. */
class CompareFigure extends HTMLElement {
  #loading: Promise<Moves | undefined> | undefined;
  #moves: Moves | undefined;
  #listening = new AbortController();

  connectedCallback() {
    const { signal } = (this.#listening = new AbortController());
    const take = (event: Event) => this.#do((moves) => moves.take(event));
    for (const type of ['click', 'input', 'keydown']) this.addEventListener(type, take, { signal });
    const open = () => {
      const moment = momentIn(location.hash, this.id);
      if (moment) this.#do((moves) => moves.open(moment));
    };
    addEventListener('hashchange', open, { signal });
    open();
    for (const hidden of this.querySelectorAll<HTMLElement>('[data-awake]')) hidden.hidden = false;
  }

  disconnectedCallback() {
    this.#listening.abort();
    this.#moves?.halt();
  }

  /** For a question: goes to the instant nearest to a clock reading in microseconds. */
  visit(_: number, at: number) {
    this.#do((moves) => moves.visit(at));
  }

  /** At once where the file is there, so that a key can still be kept from the browser. */
  #do(act: (moves: Moves) => void) {
    if (this.#moves) act(this.#moves);
    else void this.#load().then((moves) => moves && act(moves));
  }

  /** The next press asks again where this one failed. */
  #load(): Promise<Moves | undefined> {
    return (this.#loading ??= Promise.all([import('./moves.ts'), movingStyles()]).then(
      ([file]) => (this.#moves ??= new file.Moves(this)),
      () => {
        this.#loading = undefined;
        noteIn(this, notes.notLoaded);
        return undefined;
      },
    ));
  }
}

customElements.define('compare-figure', CompareFigure);

declare global {
  interface HTMLElementTagNameMap {
    'compare-figure': CompareFigure;
  }
}
