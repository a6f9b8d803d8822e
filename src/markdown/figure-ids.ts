import { globSync, readFileSync } from 'node:fs';

/** A figure that a page asks for by a tag. */
export interface PlacedFigure {
  readonly id: string;
  readonly tag: 'Replay' | 'Compare';
  readonly page: string;
  /** Whose recordings it shows. */
  readonly examples: readonly string[];
}

const FENCE = /^(`{3,})[^\n]*\n[\s\S]*?^\1/gm;
const TAG = /<(Replay|Compare)\b((?:"[^"]*"|[^">])*)>/g;
const ATTRIBUTE = /\b([a-z]+)="([^"]*)"/g;

/** All figures of the home page and of content/pages, by reading their tags. */
export function figuresOfPages(): readonly PlacedFigure[] {
  return ['src/pages/index.astro', ...globSync('content/pages/*/*.mdx').sort()].flatMap((file) =>
    figuresIn(readFileSync(file, 'utf8'), file),
  );
}

/** The figures of one page's text, in its order. */
export function figuresIn(text: string, page: string): readonly PlacedFigure[] {
  const found = [
    ...text
      .replace(FENCE, '')
      .replace(/`[^`\n]*`/g, '')
      .matchAll(TAG),
  ];
  return found.map(([, tag = '', attributes = '']) => {
    const { id, example, left, right } = Object.fromEntries(
      [...attributes.matchAll(ATTRIBUTE)].map(([, name = '', value = '']) => [name, value]),
    );
    const whole = tag === 'Compare' ? `${left}--vs--${right}` : (example ?? '');
    const examples = [example, left, right].filter((name) => name !== undefined);
    return { id: id ?? whole, tag: tag === 'Compare' ? 'Compare' : 'Replay', page, examples };
  });
}
