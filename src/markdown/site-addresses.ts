import { globSync, readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { parsePageMap, promisedSlugs, type PageMap } from '#links/page-map.ts';
import type { Addresses } from '#links/resolve.ts';
import { onceATurn } from './once-a-turn.ts';

/** The map of pages, from content/chapters.yaml. */
export const readPageMap = onceATurn((): PageMap =>
  parsePageMap(readFileSync('content/chapters.yaml', 'utf8')),
);

/** The addresses this build has and those it promises, as slugs. */
export const siteAddresses = onceATurn((): Addresses => {
  const written = globSync('content/pages/*/*.mdx').map((file) => basename(file, '.mdx'));
  // A route such as src/pages/search.astro. Those with parameters or of files have other names.
  const routes = globSync('src/pages/*.astro')
    .map((file) => basename(file, '.astro'))
    .filter((name) => /^[a-z-]+$/.test(name) && name !== 'index');
  const examples = globSync('content/examples/*/schedule.json').map(
    (file) => `examples/${basename(dirname(file))}`,
  );
  const errors = globSync('content/errors/*.mdx').map((file) => `errors/${basename(file, '.mdx')}`);
  return {
    existing: new Set(['', ...routes, ...written, ...examples, ...errors]),
    promised: new Set(promisedSlugs(readPageMap())),
  };
});
