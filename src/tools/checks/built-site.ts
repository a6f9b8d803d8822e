import { readFile, readdir } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { defaultTreeAdapter as tree, parse, type DefaultTreeAdapterTypes } from 'parse5';
import { baseOf } from '#tools/base.ts';

export interface Element {
  readonly tag: string;
  readonly attributes: ReadonlyMap<string, string>;
  /** The words of what is asked for its words: a title, a heading, a script; else nothing. */
  readonly text: string;
}

/** To keep the words of all elements is to keep each word as often as it is nested. */
const SPEAKS = /^(title|h[1-6]|script)$/;

export interface BuiltPage {
  /** Below the built folder: `concurrency/index.html`. */
  readonly file: string;
  /** What a reader types after the host: `/team/docs/concurrency/`. */
  readonly path: string;
  readonly html: string;
  /** In the order of the document, those inside templates included. */
  readonly elements: readonly Element[];
  readonly ids: ReadonlySet<string>;
}

export interface BuiltSite {
  readonly folder: string;
  readonly base: string;
  /** All files below the folder, with `/` between names. */
  readonly files: ReadonlySet<string>;
  readonly pages: readonly BuiltPage[];
  /** Pages for frames on other sites, which have rules of their own and are not read as documents. */
  readonly embeds?: readonly BuiltEmbed[];
  read(file: string): Promise<string>;
}

export interface BuiltEmbed {
  readonly file: string;
  readonly path: string;
  readonly html: string;
}

/** A fault of the built site: where it is, and what is wrong and how to mend it. */
export interface Fault {
  readonly where: string;
  readonly what: string;
}

export async function readBuiltSite(folder: string): Promise<BuiltSite> {
  const base = await baseOf(folder);
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(folder, '/').length))
    .map((file) => file.replaceAll(sep, '/'))
    .sort();
  const read = (file: string) => readFile(join(folder, file), 'utf8');
  const documents = await Promise.all(
    files
      .filter((file) => file.endsWith('.html'))
      .map(async (file) => ({ file, path: pathOf(file, base), html: await read(file) })),
  );
  const isEmbed = ({ file, html }: BuiltEmbed) =>
    file.startsWith('embed/') && !html.slice(0, 200).includes('data-moved');
  const pages = documents
    .filter((document) => !isEmbed(document))
    .map(({ file, html }) => pageFrom(file, base, html));
  const embeds = documents.filter(isEmbed);
  return { folder, base, files: new Set(files), pages, embeds, read };
}

export function pageFrom(file: string, base: string, html: string): BuiltPage {
  const elements = [...elementsIn(parse(html))];
  const ids = new Set(elements.flatMap(({ attributes }) => attributes.get('id') ?? []));
  return { file, path: pathOf(file, base), html, elements, ids };
}

function pathOf(file: string, base: string): string {
  return base + file.replace(/(^|\/)index\.html$/, '$1');
}

function* elementsIn(parent: DefaultTreeAdapterTypes.ParentNode): Generator<Element> {
  for (const node of parent.childNodes) {
    if (!tree.isElementNode(node)) continue;
    const attributes = new Map(
      node.attrs.map(({ name, value, prefix }) => {
        return [prefix ? `${prefix}:${name}` : name, value] as const;
      }),
    );
    const text = SPEAKS.test(node.tagName) ? textOf(node) : '';
    yield { tag: node.tagName, attributes, text };
    yield* elementsIn(node);
    if ('content' in node) yield* elementsIn(node.content);
  }
}

function textOf(parent: DefaultTreeAdapterTypes.ParentNode): string {
  return parent.childNodes
    .map((node) => {
      if (tree.isTextNode(node)) return node.value;
      return tree.isElementNode(node) ? textOf(node) : '';
    })
    .join('');
}
