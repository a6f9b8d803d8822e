import type { Kind } from './permalinks.ts';

/** Which addresses of a built site are promised, and what each leads to. */

interface PromisingElement {
  readonly tag: string;
  readonly attributes: ReadonlyMap<string, string>;
}

/** A page of the built site, by its path below the base: `/gil/`. */
export interface PromisingPage {
  readonly path: string;
  readonly elements: readonly PromisingElement[];
}

/** Entries of lists, by the page that holds them and the tag that carries the id. */
const ENTRIES: Readonly<Record<string, readonly [tag: string, kind: Kind]>> = {
  '/topics/': ['div', 'term'],
  '/corrections/': ['article', 'correction'],
  '/errors/': ['article', 'error'],
  '/symptoms/': ['article', 'symptom'],
};
/** Names of something whose own id is the address. */
const NAME = /-(said|see|name|claim)$/;

function kindOfId(path: string, { tag, attributes }: PromisingElement): Kind | undefined {
  const id = attributes.get('id') ?? '';
  if (id === '' || NAME.test(id)) return undefined;
  if (tag.endsWith('-figure')) return 'figure';
  // The lines of a diagram are numbered, and messages of a sequence come and go with a recording.
  const isLine = attributes.has('data-steps') || /--\d+$/.test(id);
  if (tag === 'li' && id.includes('--') && !isLine) return 'key step';
  const [entry, kind] = ENTRIES[path] ?? [];
  if (tag === entry) return kind;
  const isChapter = tag === 'section' && attributes.get('class') === 'chapter';
  return /^h[2-4]$/.test(tag) || isChapter ? 'heading' : undefined;
}

function kindOfPage(path: string): Kind {
  if (path.startsWith('/embed/')) return 'embed';
  return /^\/errors\/[^/]+\/$/.test(path) ? 'error' : 'page';
}

const FILES: readonly (readonly [RegExp, Kind])[] = [
  [/^\/(embed|preview|diagrams)\/.+\.(svg|png)$/, 'picture'],
  [/^\/.+\.(md|mmd|py)$/, 'raw text'],
  [/^\/(schedules|oembed)\/.+\.json$/, 'raw text'],
  [/^\/(llms\.txt|objects\.inv)$/, 'raw text'],
];

/** Every address that the built site promises. Files are named from the base: `/gil.md`. */
export function promisesOf(
  pages: readonly PromisingPage[],
  files: Iterable<string>,
): ReadonlyMap<string, Kind> {
  const found = new Map<string, Kind>();
  for (const { path, elements } of pages) {
    const kind = kindOfPage(path);
    found.set(path, kind);
    if (kind === 'embed') continue;
    for (const element of elements) {
      const what = kindOfId(path, element);
      if (what) found.set(`${path}#${element.attributes.get('id')}`, what);
    }
  }
  for (const file of files) {
    const [, kind] = FILES.find(([pattern]) => pattern.test(file)) ?? [];
    if (kind) found.set(file, kind);
  }
  return found;
}
