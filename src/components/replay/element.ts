import { totalOf } from '#model/spans.ts';
import { expandSchedule } from '#model/stored.ts';
import { instantsOf } from '#model/turns.ts';
import { momentOf, stepAt } from '#model/words/moments.ts';
import type { Recording, ReplayData } from './data.ts';
import { lensPart } from './parts/lens.ts';
import { partOf, type Figure, type Part } from './parts/part.ts';
import { programPart } from './parts/program.ts';
import { sentencePart } from './parts/sentence.ts';
import { stripPart } from './parts/strip.ts';
import { stepAt as stepOnTrack, trackOf } from '#timeline/slider.ts';
import { keyMove, transportPart } from './parts/transport.ts';
import { showKeys } from './parts/keys.ts';
import { changeSpeed, speedOf, stillAtFirst } from './parts/speed.ts';
import { tablePart } from './parts/table.ts';
import { paceOf, play, playStops } from './player.ts';
import { takeStage } from './stage.ts';

/** Makes a replay move. What it shows at rest was drawn by the build; if anything here fails, that stays. */
class ReplayFigure extends HTMLElement {
  #loaded: Promise<Figure> | undefined;
  #parts: readonly Part[] = [];
  #step: number | undefined;
  #stop: (() => void) | undefined;
  #listening = new AbortController();

  connectedCallback() {
    const { signal } = (this.#listening = new AbortController());
    this.addEventListener('click', (event) => this.#choose(event), { signal });
    this.addEventListener('keydown', (event) => this.#key(event), { signal });
    this.addEventListener('input', () => this.#slide(), { signal });
    this.addEventListener('change', () => this.#again(), { signal });
    addEventListener('hashchange', () => this.#open(), { signal });
    stillAtFirst(this);
    void this.#open();
  }

  disconnectedCallback() {
    this.#listening.abort();
    this.#halt();
  }

  /** The recording and the parts that follow it, made when the reader first moves. */
  #load(): Promise<Figure> {
    return (this.#loaded ??= this.#make());
  }

  /** The same; nothing, and a word to the reader, when the recording cannot be had. The next try asks again. */
  #tryToLoad(): Promise<Figure | undefined> {
    return this.#load().catch(() => {
      this.#loaded = undefined;
      this.#note('The recording could not be loaded, so the figure stays as it is.');
      return undefined;
    });
  }

  /** Says what could not be done, before the sentence that stands there. */
  #note(words: string) {
    const sentence = partOf(this, '.sentence');
    sentence.querySelector('.notice')?.remove();
    const notice = document.createElement('strong');
    notice.className = 'notice';
    notice.textContent = `${words} `;
    sentence.prepend(notice);
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
      tablePart(figure),
    ];
    return figure;
  }

  /** Goes to a step, stops there and lets the address bar say so. */
  async #go(find: (figure: Figure, now: number | undefined) => number | undefined) {
    const figure = await this.#tryToLoad();
    if (!figure) return;
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
    history.replaceState(history.state, '', `#${this.id}--${moment}`);
  }

  #halt() {
    this.#stop?.();
    this.#stop = undefined;
    for (const part of this.#parts) part.playing?.(false);
  }

  async #toggle() {
    if (this.#stop) return this.#go((_, now) => now);
    const figure = await this.#tryToLoad();
    if (!figure || this.#stop) return;
    const { schedule, instants, data, last } = figure;
    for (const part of this.#parts) part.playing?.(true);
    const from = this.#step === last ? undefined : this.#step;
    const playing = {
      show: (step: number) => this.#show(step),
      glide: (step: number, part: number) =>
        this.#parts.forEach((each) => each.glide?.(step, part)),
      end: () => void this.#go(() => last),
    };
    const leave = takeStage(this, this.#pause);
    const speed = speedOf(this);
    const stops = Object.values(data.keySteps);
    const stop =
      speed === undefined
        ? playStops(
            from,
            stops.length ? [...stops, last] : instants.map((one) => one.last),
            playing,
          )
        : play(
            from ?? 0,
            { clocks: schedule.steps.map(({ at }) => at), pace: paceOf(totalOf(schedule)), speed },
            playing,
          );
    this.#stop = () => {
      stop();
      leave();
    };
  }

  /** For another figure that begins to play, and for a reader who looks elsewhere. */
  #pause = () => {
    if (this.#stop) void this.#go((_, now) => now);
  };

  /** Another speed holds from the present step on. */
  #again() {
    if (!this.#stop) return;
    this.#halt();
    void this.#toggle();
  }

  #choose(event: Event) {
    const { target } = event;
    if (!(target instanceof Element)) return;
    if (target.closest('.keys')) return showKeys(this);
    if (target.closest('.play')) return void this.#toggle();
    if (target.closest('.back')) return void this.#go((_, now = 0) => now - 1);
    if (target.closest('.forward')) return void this.#go((_, now = -1) => now + 1);
    const mark = target.closest('[data-step]');
    // The figure is what the reader looks at: its links move the playhead, not the page.
    if (mark && !isNewTab(event)) event.preventDefault();
    if (mark) void this.#go(() => Number(mark.getAttribute('data-step')));
  }

  #slide() {
    const { valueAsNumber } = partOf<HTMLInputElement>(this, '.transport input');
    void this.#go(({ schedule }) => stepOnTrack(trackOf(schedule), valueAsNumber));
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
    const address = location.hash.slice(1);
    if (!address.startsWith(`${this.id}--`)) return;
    const figure = await this.#tryToLoad();
    if (!figure) return;
    const moment = address.slice(this.id.length + 2);
    const step = figure.data.keySteps[moment] ?? stepAt(figure.schedule, moment);
    this.#halt();
    if (step === undefined)
      this.#note('The moment in this address is gone from the recording. The figure is at rest.');
    else this.#show(step);
    if (!document.getElementById(address)) this.scrollIntoView({ block: 'start' });
  }
}

function isNewTab(event: Event): boolean {
  return event instanceof MouseEvent && (event.ctrlKey || event.metaKey || event.shiftKey);
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
