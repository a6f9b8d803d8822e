import { partOf } from './part.ts';

const atRest = new WeakMap<Element, string>();

/** The button's name says what it will do; what it says at rest is the build's. */
export function sayPlaying(button: Element, isPlaying: boolean): void {
  const word = partOf(button, 'span');
  if (!atRest.has(button)) atRest.set(button, word.innerHTML);
  word.innerHTML = isPlaying ? 'Pause' : (atRest.get(button) ?? '');
}
