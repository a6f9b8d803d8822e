import { globSync, readFileSync } from 'node:fs';
import { onceATurn } from './once-a-turn.ts';

type Tag = 'Replay' | 'Compare' | 'Sequence' | 'Diagram';

/** A figure that a page asks for by a tag. */
export interface PlacedFigure {
  readonly id: string;
  readonly tag: Tag;
  readonly page: string;
  /** Whose recordings it shows. */
  readonly examples: readonly string[];
}

const FENCE = /^(`{3,})[^\n]*\n[\s\S]*?^\1/gm;
const TAG = /<(Replay|Compare|Sequence|Diagram)\b((?:"[^"]*"|[^">])*)>/g;
const ATTRIBUTE = /\b([a-z]+)="([^"]*)"/g;

/** All figures of the home page and of content/pages, by reading their tags. */
export const figuresOfPages = onceATurn((): readonly PlacedFigure[] =>
  ['src/pages/index.astro', ...globSync('content/pages/*/*.mdx').sort()].flatMap((file) =>
    figuresIn(readFileSync(file, 'utf8'), file),
  ),
);

/** The figures of one page's text, in its order. */
export function figuresIn(text: string, page: string): readonly PlacedFigure[] {
  const found = [
    ...text
      .replace(FENCE, '')
      .replace(/`[^`\n]*`/g, '')
      .matchAll(TAG),
  ];
  return found.map(([, tag = '', attributes = '']) => {
    const given = Object.fromEntries(
      [...attributes.matchAll(ATTRIBUTE)].map(([, name = '', value = '']) => [name, value]),
    );
    return { ...shownBy(tag, given), page };
  });
}

function shownBy(
  tag: string,
  given: Readonly<Record<string, string>>,
): Pick<PlacedFigure, 'id' | 'tag' | 'examples'> {
  const { id, example = '', left = '', right = '', of = '', name = '' } = given;
  switch (tag) {
    case 'Compare':
      return { id: id ?? `${left}--vs--${right}`, tag, examples: [left, right] };
    case 'Sequence':
      return { id: of.replace('/', '-sequence-'), tag, examples: [of.replace(/\/.*/, '')] };
    case 'Diagram':
      return { id: name, tag, examples: [] };
    default:
      return { id: id ?? example, tag: 'Replay', examples: [example] };
  }
}
