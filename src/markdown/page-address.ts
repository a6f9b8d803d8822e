import { globSync } from 'node:fs';
import { basename } from 'node:path';
import { readPageMap } from './site-addresses.ts';
import { addressFault } from './address-fault.ts';
import { authorError } from './author-error.ts';

/** The slug of a page from its file below content/pages; an error when the place or the name is wrong. */
export function pageAddress(entry: string): string {
  const others = globSync('*/*.mdx', { cwd: 'content/pages' }).map((file) =>
    file.replaceAll('\\', '/'),
  );
  const routes = globSync('src/pages/*.astro').map((file) => basename(file, '.astro'));
  const chapters = readPageMap().chapters.map((chapter) => chapter.slug);
  const fault = addressFault(entry, { others, routes, chapters });
  if (fault) throw authorError(`content/pages/${entry}`, fault.problem, fault.cure);
  return basename(entry, '.mdx');
}
