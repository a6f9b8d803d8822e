import { LETTER_WIDTHS } from './letter-widths.ts';

/** How wide words are, and which of several wordings fits. Known before anything is drawn. */

const AVERAGE = 0.56;

/** Width of a text in pixels at a size in pixels, in the site's text face at its heaviest weight in figures. */
export function textWidth(text: string, size: number): number {
  let width = 0;
  for (const letter of text) width += LETTER_WIDTHS[letter] ?? AVERAGE;
  return width * size;
}

/** The first wording that fits into a room in pixels; wordings are given from long to short. */
export function firstThatFits(
  wordings: readonly string[],
  room: number,
  size: number,
): string | undefined {
  return wordings.find((wording) => textWidth(wording, size) <= room);
}

/** The text that takes most room. */
export function longestOf(texts: readonly string[]): string {
  const widths = texts.map((text) => textWidth(text, 1));
  return texts[widths.indexOf(Math.max(...widths))] ?? '';
}

/** Widths of a figure at which another wording may be chosen; the style sheet switches at `from`. */
export const SIZES = [
  { name: 'w', from: 860 },
  { name: 'm', from: 560 },
  { name: 'n', from: 288 },
] as const;
export type SizeName = (typeof SIZES)[number]['name'];

/** Names at the left and ends at the right take these shares of the figure; on a phone neither. */
export const ENDS_PART = 0.1;

/** The strip's width in pixels at the narrowest figure of a size. */
export function stripWidth(size: SizeName, names: number): number {
  const from = SIZES.find(({ name }) => name === size)?.from ?? 0;
  return size === 'n' ? from - PHONE_MARGIN * 2 : from * (1 - names - ENDS_PART);
}
export const PHONE_MARGIN = 4;

/** What a lane that ends at a place in the strip has behind it, in pixels, up to the figure's edge. */
export function endRoom(size: SizeName, names: number, end: number): number {
  const from = SIZES.find(({ name }) => name === size)?.from ?? 0;
  return (1 - end) * stripWidth(size, names) + ENDS_PART * from;
}

/** Gutters that the style sheet knows, as shares of the figure. */
const NAMES_PARTS = [0.08, 0.11, 0.14, 0.18] as const;

/** The narrowest gutter in which the longest name fits, at every size that has one. */
export function namesPart(names: readonly string[]): (typeof NAMES_PARTS)[number] {
  const longest = Math.max(...names.map((name) => textWidth(name, 13))) + 16;
  return NAMES_PARTS.find((part) => part * 640 >= longest) ?? 0.18;
}

/** For each size the wording that fits, told apart by the sizes at which it is to be seen: `at-wm`. */
export function fitted<T>(choose: (size: SizeName) => T | undefined): { value: T; at: string }[] {
  const chosen: { value: T; at: string }[] = [];
  for (const { name } of SIZES) {
    const value = choose(name);
    if (value === undefined) continue;
    const same = chosen.find((other) => JSON.stringify(other.value) === JSON.stringify(value));
    if (same) same.at += name;
    else chosen.push({ value, at: name });
  }
  return chosen.map(({ value, at }) => ({
    value,
    at: at.length === SIZES.length ? '' : `at-${at}`,
  }));
}
