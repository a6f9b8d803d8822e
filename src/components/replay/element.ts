import { expandSchedule } from '#model/stored.ts';
import { totalOf } from '#model/spans.ts';
import { instantsOf } from '#model/turns.ts';
import { momentOf, stepAt } from '#model/words/moments.ts';
import type { ReplayData } from './data.ts';
import { paceOf, play } from './player.ts';
import { lensPart } from './parts/lens.ts';
import { programPart } from './parts/program.ts';
import { sentencePart } from './parts/sentence.ts';
import { stripPart } from './parts/strip.ts';
import { transportPart } from './parts/transport.ts';
import type { Figure, Part } from './parts/part.ts';

/** Only one figure plays at a time. */
let playingNow: ReplayFigure | undefined;

/** Makes a replay move. What it shows at rest was drawn by the build; if anything here fails, that stays. */
class ReplayFigure extends HTMLElement {
  #figure: Figure | undefined;
  #parts: readonly Part[] = [];
  #step: number | undefined;
  #stop: (() => void) | undefined;
  #listening = new AbortController();

  connectedCallback() {
    const source = this.querySelector('script[type="application/json"]')?.textContent;
    if (!source) return;
    const data = JSON.parse(source) as ReplayData;
    const schedule = expandSchedule(data.schedule);
    const figure: Figure = {
      root: this,
      data,
      schedule,
      instants: instantsOf(schedule),
      last: schedule.steps.length - 1,
    };
    this.#figure = figure;
    this.#parts = [
      stripPart(figure),
      lensPart(figure),
      programPart(figure),
      sentencePart(figure),
      transportPart(figure, {
        go: (step) => this.#pause(step),
        toggle: () => (this.#stop ? this.#pause(this.#step) : this.#play()),
      }),
    ];
    const { signal } = (this.#listening = new AbortController());
    this.addEventListener('click', (event) => this.#follow(event), { signal });
    this.addEventListener('keydown', (event) => this.#key(event), { signal });
    addEventListener('hashchange', () => this.#open(), { signal });
    document.addEventListener(
      'visibilitychange',
      () => document.hidden && this.#pause(this.#step),
      {
        signal,
      },
    );
    this.#open();
  }

  disconnectedCallback() {
    this.#listening.abort();
    this.#halt();
  }

  /** Shows a step; nothing is the picture at rest. */
  #show(step: number | undefined) {
    this.#step = step;
    for (const part of this.#parts) part.show(step);
  }

  /** Stops where it is, or goes somewhere, and lets the address bar say so. */
  #pause(step: number | undefined) {
    this.#halt();
    const figure = this.#figure;
    if (!figure || step === undefined) return;
    const clamped = Math.min(figure.last, Math.max(0, step));
    this.#show(clamped);
    const [slug] = Object.entries(figure.data.keySteps).find(([, n]) => n === clamped) ?? [];
    const moment = slug ?? momentOf(figure.schedule, clamped);
    history.replaceState(history.state, '', `#${this.id}--${moment}`);
  }

  #halt() {
    this.#stop?.();
    this.#stop = undefined;
    if (playingNow === this) playingNow = undefined;
    this.classList.remove('playing');
    for (const part of this.#parts) part.playing?.(false);
  }

  #play() {
    const figure = this.#figure;
    if (!figure) return;
    if (playingNow) playingNow.#pause(playingNow.#step);
    playingNow = this;
    this.classList.add('playing');
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
      end: () => this.#pause(figure.last),
    });
  }

  /** A link to one of this figure's moments, or a mark that stands for a step. */
  #follow(event: Event) {
    const figure = this.#figure;
    if (!figure || !(event.target instanceof Element)) return;
    const link = event.target.closest('a[href^="#"]');
    const mark = event.target.closest('[data-step]');
    const step = link
      ? this.#stepOf(link.getAttribute('href')?.slice(1) ?? '')
      : mark && Number(mark.getAttribute('data-step'));
    if (typeof step !== 'number') return;
    if (link) event.preventDefault();
    this.#pause(step);
  }

  #key(event: KeyboardEvent) {
    const step = this.#step ?? 0;
    const moves: Record<string, () => void> = {
      k: () => (this.#stop ? this.#pause(this.#step) : this.#play()),
      '.': () => this.#pause(step + 1),
      ',': () => this.#pause(step - 1),
      Escape: () => (this.#stop ? this.#pause(this.#step) : undefined),
    };
    const move = moves[event.key];
    if (!move || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    move();
  }

  #stepOf(address: string): number | undefined {
    const figure = this.#figure;
    if (!figure || !address.startsWith(`${this.id}--`)) return undefined;
    const moment = address.slice(this.id.length + 2);
    return figure.data.keySteps[moment] ?? stepAt(figure.schedule, moment);
  }

  /** The moment in the address bar, if it is one of this figure's. */
  #open() {
    const address = decodeURIComponent(location.hash.slice(1));
    const step = this.#stepOf(address);
    if (step !== undefined) {
      this.#halt();
      this.#show(step);
      if (!document.getElementById(address)) this.scrollIntoView({ block: 'start' });
    } else if (address.startsWith(`${this.id}--`)) {
      this.querySelector('[data-gone]')?.removeAttribute('hidden');
      this.scrollIntoView({ block: 'start' });
    }
  }
}

customElements.define('replay-figure', ReplayFigure);

declare global {
  interface HTMLElementTagNameMap {
    'replay-figure': ReplayFigure;
  }
}
