import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { DefaultTreeAdapterTypes } from 'parse5';
import { attribute, byTag, elementsBelow, find, readHtml, textOf, type Element } from './html.ts';

/** The pages that Astro built, as the steps after it read them. */

export interface BuiltPage {
  /** Below the base: `/gil/`. */
  readonly path: string;
  readonly file: string;
  /** As Astro wrote it; places of elements are in this text. */
  readonly source: string;
  /** As it is now, with what was added to it. */
  html: string;
  readonly document: DefaultTreeAdapterTypes.Document;
  readonly main: Element;
  /** Of the page, without the name of the site. */
  readonly title: string;
  readonly description: string;
  /** The day it was last changed, where that is known. */
  readonly updated: string | undefined;
  /** Whether one may find it by searching. */
  readonly isIndexed: boolean;
}

export function readBuiltPages(folder: string): BuiltPage[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name === 'index.html')
    .map((entry) => join(entry.parentPath, entry.name).slice(join(folder, '/').length))
    .map((file) => file.replaceAll(sep, '/'))
    .sort()
    .map((file) => pageFrom(file, readFileSync(join(folder, file), 'utf8')));
}

export function pageFrom(file: string, html: string): BuiltPage {
  const document = readHtml(html);
  const main = find(document, byTag('main'));
  if (!main) throw new Error(`${file} has no <main>.`);
  const metas = new Map(
    [...elementsBelow(document)]
      .filter(byTag('meta'))
      .map((meta) => [
        attribute(meta, 'property') ?? attribute(meta, 'name') ?? '',
        attribute(meta, 'content') ?? '',
      ]),
  );
  const heading = find(main, byTag('h1'));
  return {
    path: `/${file.replace(/index\.html$/, '')}`,
    file,
    source: html,
    html,
    document,
    main,
    title: metas.get('og:title') ?? (heading ? textOf(heading) : ''),
    description: metas.get('description') ?? '',
    updated: metas.get('article:modified_time'),
    isIndexed: !metas.get('robots')?.includes('noindex'),
  };
}
