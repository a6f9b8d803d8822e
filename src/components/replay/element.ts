import { totalOf } from '#model/spans.ts';
import { expandSchedule } from '#model/stored.ts';
import { instantsOf } from '#model/turns.ts';
import { momentOf, stepAt } from '#model/words/moments.ts';
import type { Recording, ReplayData } from './data.ts';
import { fetchDrawing, takeDrawing } from './drawing.ts';
import { lensPart } from './parts/lens.ts';
import { partOf, type Figure, type Part } from './parts/part.ts';
import { programPart } from './parts/program.ts';
import { sentencePart } from './parts/sentence.ts';
import { stripPart } from './parts/strip.ts';
import { stepAt as stepOnTrack, trackOf } from '#timeline/slider.ts';
import { keyMove, transportPart } from './parts/transport.ts';
import { paceOf, play } from './player.ts';

/** Only one figure plays at a time. */
let playingNow: ReplayFigure | undefined;

/** Makes a replay move. What it shows at rest was drawn by the build; if anything here fails, that stays. */
class ReplayFigure extends HTMLElement {
  #loaded: Promise<Figure> | undefined;
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
    if (this.querySelector('.switches')) this.#own ??= this.cloneNode(true) as Element;
    const { signal } = (this.#listening = new AbortController());
    this.addEventListener('click', (event) => this.#choose(event), { signal });
    this.addEventListener('keydown', (event) => this.#key(event), { signal });
    this.addEventListener('input', (event) => this.#slide(event), { signal });
    addEventListener('hashchange', () => this.#open(), { signal });
    document.addEventListener('visibilitychange', () => document.hidden && this.#halt(), {
      signal,
    });
    this.#open();
  }

  disconnectedCallback() {
    this.#listening.abort();
    this.#halt();
  }

  /** The recording and the parts that follow it, made when the reader first moves. */
  #load(): Promise<Figure> {
    return (this.#loaded ??= this.#make());
  }

  async #make(): Promise<Figure> {
    const source = partOf(this, 'script[type="application/json"]').textContent ?? '';
    const data = JSON.parse(source) as ReplayData;
    const { schedule: stored, words } = await fetchRecording(data.source);
    const schedule = expandSchedule(stored);
    const figure: Figure = {
      root: this,
      data,
      words,
      schedule,
      instants: instantsOf(schedule),
      last: schedule.steps.length - 1,
    };
    this.#parts = [
      stripPart(figure),
      lensPart(figure),
      programPart(figure),
      sentencePart(figure),
      transportPart(figure),
    ];
    return figure;
  }

  /** Goes to a step, stops there and lets the address bar say so. */
  async #go(find: (figure: Figure, now: number | undefined) => number | undefined) {
    const figure = await this.#load();
    const step = find(figure, this.#step);
    this.#halt();
    if (step === undefined) return;
    this.#show(Math.min(figure.last, Math.max(0, step)));
    this.#tell(figure);
  }

  #show(step: number) {
    this.#step = step;
    for (const part of this.#parts) part.show(step);
  }

  #tell({ schedule, data }: Figure) {
    if (this.#step === undefined) return;
    const [slug] = Object.entries(data.keySteps).find(([, step]) => step === this.#step) ?? [];
    const moment = slug ?? momentOf(schedule, this.#step);
    if (!this.#elsewhere) return history.replaceState(history.state, '', `#${this.id}--${moment}`);
    const link = partOf<HTMLAnchorElement>(this, '.replay-link');
    link.hash = `${link.hash.split('--')[0]}--${moment}`;
  }

  /** Shows another combination of the switches, at the same moment if that exists there. */
  async #turn(page: string) {
    this.#wanted = page;
    const isOwn = this.#ownPage === page;
    const drawing = isOwn ? this.#own?.cloneNode(true) : await fetchDrawing(page);
    const before = this.#step === undefined ? undefined : await this.#load();
    // Meanwhile the reader may have chosen again.
    if (this.#wanted !== page || !(drawing instanceof Element)) return;
    this.#halt();
    const step = this.#step;
    [this.#loaded, this.#step, this.#parts] = [undefined, undefined, []];
    this.#elsewhere = isOwn ? '' : page;
    takeDrawing(this, drawing, this.#elsewhere);
    const total = partOf(this, '.replay-total').textContent.trim();
    const status = partOf(this, '.switches [role="status"]');
    status.textContent = total;
    if (!before || step === undefined) return;
    const after = await this.#load();
    const [slug = ''] = Object.entries(before.data.keySteps).find(([, n]) => n === step) ?? [];
    const same =
      after.data.keySteps[slug] ?? stepAt(after.schedule, momentOf(before.schedule, step));
    if (same === undefined) status.textContent = `${total}. The moment is not in this run.`;
    else await this.#go(() => same);
  }

  get #ownPage() {
    return this.#own?.querySelector<HTMLInputElement>('input[checked]')?.value ?? '';
  }

  /** For a question about this recording: goes to the step that answers it. */
  async visit(step: number) {
    if (this.#elsewhere) await this.#turn(this.#ownPage);
    await this.#go(() => step);
  }

  #halt() {
    this.#stop?.();
    this.#stop = undefined;
    if (playingNow === this) playingNow = undefined;
    for (const part of this.#parts) part.playing?.(false);
  }

  async #toggle() {
    if (this.#stop) return this.#go((_, now) => now);
    const figure = await this.#load();
    playingNow?.pause();
    playingNow = this;
    for (const part of this.#parts) part.playing?.(true);
    const from = this.#step === undefined || this.#step === figure.last ? 0 : this.#step;
    const plan = {
      clocks: figure.schedule.steps.map(({ at }) => at),
      pace: paceOf(totalOf(figure.schedule)),
      speed: () => 1,
    };
    this.#stop = play(from, plan, {
      show: (step) => this.#show(step),
      glide: (step, part) => this.#parts.forEach((each) => each.glide?.(step, part)),
      end: () => void this.#go(({ last }) => last),
    });
  }

  /** For another figure that begins to play. */
  pause() {
    if (this.#stop) void this.#go((_, now) => now);
  }

  #choose(event: Event) {
    const { target } = event;
    if (!(target instanceof Element)) return;
    if (target.closest('.play')) return void this.#toggle();
    if (target.closest('.back')) return void this.#go((_, now = 0) => now - 1);
    if (target.closest('.forward')) return void this.#go((_, now = -1) => now + 1);
    const mark = target.closest('[data-step]');
    // The link of a key step leads to the page of the combination that is shown.
    if (mark && this.#elsewhere) event.preventDefault();
    if (mark) void this.#go(() => Number(mark.getAttribute('data-step')));
  }

  #slide({ target }: Event) {
    if (!(target instanceof HTMLInputElement)) return;
    const { valueAsNumber, value, type } = target;
    // Where the drawing cannot be had, its page can.
    if (type === 'radio') return void this.#turn(value).catch(() => location.assign(value));
    void this.#go(({ schedule }) => stepOnTrack(trackOf(schedule), valueAsNumber));
  }

  #key(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const toggles = event.key === 'k' || (event.key === 'Escape' && this.#stop);
    const onSlider = event.target instanceof HTMLInputElement && event.target.type === 'range';
    if (toggles) void this.#toggle();
    else if (keyMove(event.key, onSlider))
      void this.#go((figure, now) => keyMove(event.key, onSlider)?.(figure, now));
    else return;
    event.preventDefault();
  }

  /** The moment in the address bar, if it is one of this figure's. */
  async #open() {
    const address = decodeURIComponent(location.hash.slice(1));
    if (!address.startsWith(`${this.id}--`)) return;
    if (this.#elsewhere) await this.#turn(this.#ownPage);
    const figure = await this.#load();
    const moment = address.slice(this.id.length + 2);
    const step = figure.data.keySteps[moment] ?? stepAt(figure.schedule, moment);
    partOf(this, '.gone').hidden = step !== undefined;
    if (step !== undefined) this.#show(step);
    if (!document.getElementById(address)) this.scrollIntoView({ block: 'start' });
  }
}

async function fetchRecording(source: string): Promise<Recording> {
  const response = await fetch(source);
  if (!response.ok) throw new Error(`${source} answered ${response.status}.`);
  return (await response.json()) as Recording;
}

customElements.define('replay-figure', ReplayFigure);

declare global {
  interface HTMLElementTagNameMap {
    'replay-figure': ReplayFigure;
  }
}
