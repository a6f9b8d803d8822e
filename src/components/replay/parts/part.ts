import type { FigureWords } from '#model/figure-words.ts';
import type { Schedule } from '#model/schedule.ts';
import type { Instant } from '#model/turns.ts';
import type { ReplayData } from '../data.ts';

/** What the parts of one figure share. */
export interface Figure {
  readonly root: HTMLElement;
  readonly data: ReplayData;
  readonly words: FigureWords;
  readonly schedule: Schedule;
  readonly instants: readonly Instant[];
  /** Slugs of key steps and the steps that they name, in the order of their list. */
  readonly keySteps: ReadonlyMap<string, number>;
  /** The number of the last step. */
  readonly last: number;
}

/** A part of the figure that follows the reader's position. */
export interface Part {
  /** Shows what is so at a step. */
  show(step: number): void;
  /** Between a step's instant and the next: `part` of the way. */
  glide?(step: number, part: number): void;
  playing?(isPlaying: boolean): void;
  /** Shows what is so before the reader has moved; what the build drew, where it says nothing. */
  rest?(): void;
}

/** The element that the build drew for a part; a missing one is a fault of ours, not of the reader's. */
export function partOf<E extends Element = HTMLElement>(root: Element, selector: string): E {
  const element = root.querySelector<E>(selector);
  if (!element) throw new Error(`A figure has no ${selector}.`);
  return element;
}

export function instantOf({ instants }: Figure, step: number): number {
  return instants.findIndex(({ last }) => step <= last);
}
