import { momentIn, tellAddress } from './address.ts';
import { back, forward, keyMove } from './key-moves.ts';
import { load } from './load.ts';
import type { Mover } from './moving.ts';
import { partOf, type Figure, type Part } from './parts/part.ts';
import { noteIn, notes } from './parts/sentence.ts';
import { rememberOpen, wasOpen } from './remembered.ts';
import { changeSpeed, stillAtFirst } from './parts/speed.ts';

/** What few readers ask for comes in a second file. */
async function more() {
  const file = await import('./more/more.ts');
  await file.styled;
  return file;
}

/** Makes a replay move. What it shows at rest was drawn by the build; if anything here fails, that stays. */
class ReplayFigure extends HTMLElement {
  #loaded: Promise<Mover> | undefined;
  #parts: readonly Part[] = [];
  #step: number | undefined;
  #stop: (() => void) | undefined;
  #listening = new AbortController();
  /** What the build drew on this page, for when the reader comes back from another position of a switch. */
  #own: Element | undefined;
  /** The page of the combination that is shown; empty for this one. */
  #elsewhere = '';
  #wanted = '';

  connectedCallback() {
    // A program that Python refused has nothing to play.
    if (!this.querySelector('.transport')) return;
    if (this.querySelector('.switches')) this.#own ??= this.cloneNode(true) as Element;
    const { signal } = (this.#listening = new AbortController());
    this.addEventListener('click', (event) => this.#choose(event), { signal });
    this.addEventListener('keydown', (event) => this.#key(event), { signal });
    this.addEventListener('input', (event) => this.#slide(event), { signal });
    this.addEventListener('change', (event) => this.#again(event), { signal });
    this.addEventListener('toggle', (event) => void this.#inspect(event), {
      signal,
      capture: true,
    });
    addEventListener('hashchange', () => this.#open(), { signal });
    stillAtFirst(this);
    void this.#open();
  }

  disconnectedCallback() {
    this.#listening.abort();
    this.#halt();
  }

  /** The recording and the parts that follow it, made when the reader first moves. */
  #load(): Promise<Mover> {
    return (this.#loaded ??= load(this).then((mover) => {
      this.#parts = mover.parts;
      const box = this.querySelector<HTMLDetailsElement>('.inspect');
      if (box && wasOpen()) box.open = true;
      return mover;
    }));
  }

  /** The same; nothing, and a word to the reader, when it cannot be had. The next try asks again. */
  #tryToLoad(): Promise<Mover | undefined> {
    return this.#load().catch(() => {
      this.#loaded = undefined;
      noteIn(this, notes.notLoaded);
      return undefined;
    });
  }

  /** Goes to a step, stops there and lets the address bar say so. */
  async #go(find: (figure: Figure, now: number | undefined, mover: Mover) => number | undefined) {
    const mover = await this.#tryToLoad();
    if (!mover) return;
    const step = find(mover.figure, this.#step, mover);
    this.#halt();
    if (step === undefined) return;
    this.#show(Math.min(mover.figure.last, Math.max(0, step)));
    this.#tell(mover);
  }

  #show(step: number) {
    this.#step = step;
    for (const part of this.#parts) part.show(step);
    // What else on the page keeps step with this recording follows; another position of a switch is another recording.
    const detail = this.#elsewhere ? undefined : step;
    this.dispatchEvent(new CustomEvent('replay-step', { detail, bubbles: true }));
  }

  #tell(mover: Mover) {
    if (this.#step === undefined) return;
    const moment = mover.momentAt(this.#step);
    if (!this.#elsewhere) return tellAddress(`#${this.id}--${moment}`);
    const link = partOf<HTMLAnchorElement>(this, '.replay-link');
    link.hash = `${link.hash.split('--')[0]}--${moment}`;
  }

  /** Shows another combination of the switches, at the same moment if that exists there. */
  async #turn(page: string) {
    this.#wanted = page;
    const isOwn = this.#ownPage === page;
    const { fetchDrawing, sameMoment, takeDrawing } = await more();
    const drawing = isOwn ? this.#own?.cloneNode(true) : await fetchDrawing(page);
    const before = this.#step === undefined ? undefined : await this.#load();
    // Meanwhile the reader may have chosen again.
    if (this.#wanted !== page || !(drawing instanceof Element)) return;
    this.#halt();
    const step = this.#step;
    [this.#loaded, this.#step, this.#parts] = [undefined, undefined, []];
    this.#elsewhere = isOwn ? '' : page;
    takeDrawing(this, drawing, this.#elsewhere);
    const total = partOf(this, '.replay-total').textContent;
    partOf(this, '.switches [role="status"]').textContent = total;
    if (!before || step === undefined) return;
    const same = sameMoment(before.figure, step, (await this.#load()).figure);
    if (same === undefined) noteIn(this, notes.notHere);
    else await this.#go(() => same);
  }

  get #ownPage() {
    return this.#own?.querySelector<HTMLInputElement>('input[checked]')?.value ?? '';
  }

  /** For whatever else speaks of this recording: goes to one of its steps. By the clock only a comparison goes. */
  async visit(step: number, _?: number) {
    if (this.#elsewhere) await this.#turn(this.#ownPage);
    await this.#go(() => step);
  }

  #halt() {
    this.#stop?.();
    this.#stop = undefined;
    for (const part of this.#parts) part.playing?.(false);
  }

  async #toggle() {
    if (this.#stop) return this.#go((_, now) => now);
    const mover = await this.#tryToLoad();
    if (!mover || this.#stop) return;
    for (const part of this.#parts) part.playing?.(true);
    const playing = {
      show: (step: number) => this.#show(step),
      glide: (step: number, way: number) => this.#parts.forEach((part) => part.glide?.(step, way)),
      end: () => void this.#go(({ last }) => last),
    };
    this.#stop = mover.begin(this.#step, playing, this.#pause);
  }

  /** For another figure that begins to play, and for a reader who looks elsewhere. */
  #pause = () => {
    if (this.#stop) void this.#go((_, now) => now);
  };

  /** Another speed holds from the present step on. */
  #again(event?: Event) {
    if (!this.#stop || event?.target instanceof HTMLInputElement) return;
    this.#halt();
    void this.#toggle();
  }

  /** Does something with the second file; without it the figure stays as it is. */
  #more(act: (file: Awaited<ReturnType<typeof more>>) => void) {
    return more().then(act, () => noteIn(this, notes.notLoaded));
  }

  /** Opens or leaves what lies behind the moment. */
  async #inspect({ target: box }: Event) {
    if (!(box instanceof HTMLDetailsElement)) return;
    rememberOpen(box.open);
    if (!box.open || box.dataset['awake']) return;
    box.dataset['awake'] = 'yes';
    const mover = await this.#tryToLoad();
    if (!mover) return delete box.dataset['awake'];
    await this.#more(({ inspectPart }) => {
      const part = inspectPart(mover.figure);
      this.#parts = [...this.#parts, part];
      if (this.#step === undefined) part.rest?.();
      else part.show(this.#step);
    });
    return;
  }

  #choose(event: Event) {
    const { target } = event;
    if (!(target instanceof Element)) return;
    if (target.closest('.keys')) return void this.#more(({ showKeys }) => showKeys(this));
    if (target.closest('.play')) return void this.#toggle();
    if (target.closest('.back')) return void this.#go(back);
    if (target.closest('.forward')) return void this.#go(forward);
    const mark = target.closest('[data-step]');
    // The figure is what the reader looks at: its links move the playhead, not the page.
    if (mark && !isNewTab(event)) event.preventDefault();
    if (mark) void this.#go(() => Number(mark.getAttribute('data-step')));
  }

  #slide({ target }: Event) {
    if (!(target instanceof HTMLInputElement)) return;
    const { valueAsNumber, value, type } = target;
    // Where the drawing cannot be had, its page can.
    if (type === 'radio') return void this.#turn(value).catch(() => location.assign(value));
    void this.#go((_, __, mover) => mover.stepAt(valueAsNumber));
  }

  #key(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target instanceof HTMLSelectElement) return;
    if (changeSpeed(this, event.key)) return this.#again();
    const toggles = event.key === 'k' || (event.key === 'Escape' && this.#stop);
    const onSlider = event.target instanceof HTMLInputElement && event.target.type === 'range';
    const move = keyMove(event, onSlider);
    if (toggles) void this.#toggle();
    else if (move) void this.#go(move);
    else return;
    event.preventDefault();
  }

  /** The moment in the address bar, if it is one of this figure's. */
  async #open() {
    const address = momentIn(location.hash, this.id);
    if (!address) return;
    if (this.#elsewhere) await this.#turn(this.#ownPage);
    const mover = await this.#tryToLoad();
    if (!mover) return;
    const step = mover.stepOf(address);
    this.#halt();
    if (step === undefined) noteIn(this, notes.gone);
    else this.#show(step);
    // A key step's own row lies far below the picture that the link is about.
    this.scrollIntoView({ block: 'start' });
  }
}

/** A moment's link is followed instead of moving the playhead. */
function isNewTab(event: Event): boolean {
  return event instanceof MouseEvent && (event.ctrlKey || event.metaKey || event.shiftKey);
}

customElements.define('replay-figure', ReplayFigure);

declare global {
  interface HTMLElementTagNameMap {
    'replay-figure': ReplayFigure;
  }
}
