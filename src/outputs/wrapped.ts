import { textWidth } from '#timeline/fit.ts';

/** Words of pictures in lines: nothing breaks them there but us. */

export interface Lines {
  readonly size: number;
  readonly texts: readonly string[];
}

interface Room {
  readonly most: number;
  readonly wide: number;
}

/** In as few and as large lines as it takes. */
export function fitted(title: string, sizes: readonly number[], { most, wide }: Room): Lines {
  for (const size of sizes) {
    const texts = wrap(title, size, wide);
    if (texts.length <= most) return { size, texts: balanced(title, size, wide) };
  }
  const size = sizes.at(-1) ?? 0;
  const texts = wrap(title, size, wide);
  const kept = texts.slice(0, most);
  return { size, texts: [...kept.slice(0, -1), `${kept.at(-1)} …`] };
}

/** The same number of lines, about as long as each other. */
export function balanced(title: string, size: number, wide: number): string[] {
  const { length } = wrap(title, size, wide);
  let room = wide;
  while (room > 200 && wrap(title, size, room - 20).length === length) room -= 20;
  return wrap(title, size, room);
}

export function wrap(title: string, size: number, wide: number): string[] {
  const lines: string[] = [];
  for (const word of title.split(' ')) {
    const last = lines.at(-1);
    const longer = last === undefined ? word : `${last} ${word}`;
    if (last !== undefined && textWidth(longer, size) <= wide) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
