import { isStill } from '../stage.ts';
import { partOf } from './part.ts';

/** How fast a figure plays: its list of speeds, of which the last is no speed but from key step to key step. */

const list = (root: Element) => partOf<HTMLSelectElement>(root, '.speed');

/** 1 is a recorded second in a second; undefined is from key step to key step. */
export function speedOf(root: Element): number | undefined {
  return Number(list(root).value) || undefined;
}

/** Who asked for less motion begins without. */
export function stillAtFirst(root: Element): void {
  if (isStill()) list(root).value = '';
}

/** `<` is slower and `>` is faster; says whether the key was one of them. */
export function changeSpeed(root: Element, key: string): boolean {
  const way = { '<': -1, '>': 1 }[key];
  if (way === undefined) return false;
  const speeds = list(root);
  const last = speeds.options.length - 1;
  speeds.selectedIndex = Math.min(last, Math.max(0, speeds.selectedIndex + way));
  return true;
}
