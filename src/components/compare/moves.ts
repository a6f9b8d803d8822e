import { tellAddress } from '../replay/address.ts';
import { lanesOf, type Lanes } from '../replay/parts/lanes.ts';
import { partOf } from '../replay/parts/part.ts';
import { noteIn, notes } from '../replay/parts/sentence.ts';
import { sayPlaying } from '../replay/parts/play-button.ts';
import { paceOf, play, playStops } from '../replay/player.ts';
import { isStill, takeStage } from '../replay/stage.ts';
import type { CompareData } from './data.ts';

interface Side {
  readonly ends: CompareData['ends'][number];
  readonly section: Element;
  /** Made when first needed. */
  lanes?: Lanes;
}

/** Moves one playhead through two recordings on one axis. At rest both are drawn whole. */
export class Moves {
  readonly #figure: HTMLElement;
  readonly #data: CompareData;
  readonly #sides: readonly Side[];
  #instant: number | undefined;
  #stop: (() => void) | undefined;

  constructor(figure: HTMLElement) {
    this.#figure = figure;
    const source = partOf(figure, 'script[type="application/json"]').textContent;
    this.#data = JSON.parse(source) as CompareData;
    this.#sides = this.#data.ends.map((ends, i) => ({
      ends,
      section: partOf(figure, `[data-side="${i}"]`),
    }));
  }

  /** Does what the reader asked for on one of the controls. */
  take(event: Event) {
    const isOn = (control: string) =>
      event.target instanceof Element && event.target.closest(control) !== null;
    if (event instanceof KeyboardEvent) this.#key(event);
    else if (event.type === 'input') this.#go(this.#nearest(this.#ring.valueAsNumber));
    else if (isOn('.play')) this.#toggle();
    else if (isOn('.back')) this.#go((this.#instant ?? 0) - 1);
    else if (isOn('.forward')) this.#go((this.#instant ?? -1) + 1);
  }

  get #ring(): HTMLInputElement {
    return partOf<HTMLInputElement>(this.#figure, 'input');
  }

  /** Goes to an instant, stops there and lets the address bar say so. */
  #go(instant: number) {
    this.halt();
    const last = this.#data.instants.length - 1;
    this.#show(Math.min(last, Math.max(0, instant)));
    const [moment] = this.#data.instants[this.#instant ?? 0]?.moments ?? [];
    if (moment) tellAddress(`#${this.#figure.id}--${moment}`);
  }

  /** The moment in the address bar. */
  open(moment: string) {
    const instant = this.#data.instants.findIndex(({ moments }) => moments.includes(moment));
    this.halt();
    if (instant < 0) noteIn(this.#figure, notes.gone);
    else this.#show(instant);
    this.#figure.scrollIntoView({ block: 'start' });
  }

  /** For a question: goes to the instant nearest to a clock reading in microseconds. */
  visit(at: number) {
    this.#go(this.#nearest(at));
  }

  #show(instant: number) {
    const now = this.#data.instants[instant];
    if (!now) return;
    this.#instant = instant;
    this.#place(now.at, now.place);
    for (const [i, side] of this.#sides.entries()) {
      side.lanes ??= lanesOf(side.section);
      side.lanes.clip(now.place, (lane) => (isOver(side.ends[lane], now.at) ? undefined : true));
      for (const item of side.section.querySelectorAll<HTMLLIElement>('.differing li')) {
        if (item.value === now.lines[i]) item.setAttribute('aria-current', 'step');
        else item.removeAttribute('aria-current');
      }
    }
    partOf(this.#figure, '.plate').textContent = now.clock;
    partOf(this.#figure, '.position b').textContent = now.clock;
    const sentence = partOf(this.#figure, '.sentence');
    sentence.innerHTML = now.says;
    this.#ring.ariaValueText = `${now.clock}: ${sentence.innerText}`;
    partOf<HTMLButtonElement>(this.#figure, '.back').disabled = instant === 0;
    partOf<HTMLButtonElement>(this.#figure, '.forward').disabled =
      instant === this.#data.instants.length - 1;
  }

  /** The playhead and what has happened left of it, at any clock reading. */
  #place(at: number, place: number) {
    const playhead = partOf(this.#figure, '.playhead');
    playhead.hidden = false;
    playhead.style.setProperty('--place', `${place * 100}%`);
    this.#ring.value = String(at);
  }

  #toggle() {
    if (this.#stop) this.#pause();
    else this.#play();
  }

  #play() {
    const data = this.#data;
    const last = data.instants.length - 1;
    const from = this.#instant === last ? undefined : this.#instant;
    this.#say(true);
    const playing = {
      show: (instant: number) => this.#show(instant),
      glide: (instant: number, part: number) => {
        const [a, b] = [data.instants[instant], data.instants[instant + 1]];
        if (!a || !b) return;
        const place = a.place + (b.place - a.place) * part;
        this.#place(a.at + (b.at - a.at) * part, place);
        for (const { lanes } of this.#sides) lanes?.glide(place);
      },
      end: () => this.#go(last),
    };
    const leave = takeStage(this.#figure, this.#pause);
    const plan = {
      clocks: data.instants.map(({ at }) => at),
      pace: paceOf(data.instants.at(-1)?.at ?? 0),
      speed: 1,
    };
    const stop = isStill()
      ? playStops(
          from,
          data.instants.map((_, i) => i),
          playing,
        )
      : play(from ?? 0, plan, playing);
    this.#stop = () => {
      stop();
      leave();
    };
  }

  #pause = () => this.#go(this.#instant ?? 0);

  halt() {
    this.#stop?.();
    this.#stop = undefined;
    this.#say(false);
  }

  /** The sentence is silent for screen readers while it plays. */
  #say(isPlaying: boolean) {
    sayPlaying(partOf(this.#figure, '.play'), isPlaying);
    partOf(this.#figure, '.sentence').setAttribute('aria-live', isPlaying ? 'off' : 'polite');
  }

  #nearest(at: number): number {
    const { instants } = this.#data;
    const distances = instants.map((instant) => Math.abs(instant.at - at));
    return distances.indexOf(Math.min(...distances));
  }

  #key(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const now = this.#instant ?? -1;
    const onRing = {
      ArrowRight: now + 1,
      ArrowUp: now + 1,
      PageUp: now + 1,
      ArrowLeft: now - 1,
      ArrowDown: now - 1,
      PageDown: now - 1,
      Home: 0,
      End: this.#data.instants.length,
    };
    const moves: Record<string, number> = {
      '.': now + 1,
      ',': now - 1,
      ...(event.target === this.#ring ? onRing : {}),
    };
    const toggles = event.key === 'k' || (event.key === 'Escape' && this.#stop);
    const to = moves[event.key];
    if (toggles) this.#toggle();
    else if (to !== undefined) this.#go(to);
    else return;
    event.preventDefault();
  }
}

function isOver(end: number | null | undefined, at: number): boolean {
  return typeof end === 'number' && end <= at;
}
