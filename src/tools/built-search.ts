import { globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { find } from '#search/find.ts';
import { openIndex, type OpenIndex } from '#search/open.ts';
import type { StoredIndex } from '#search/stored.ts';
import { buildSite } from '#tools/site-build.ts';

/** Search as a built site has it: the very bytes that readers get. */
export interface BuiltSearch {
  readonly index: OpenIndex;
  /** Code and index, compressed with brotli. */
  readonly bytes: { readonly code: number; readonly index: number };
  /** The pages that answer, best first. */
  ask(question: string): readonly string[];
}

export function readBuiltSearch(folder: string): BuiltSearch {
  const json = readFileSync(join(folder, 'search/index.json'));
  const index = openIndex(JSON.parse(json.toString()) as StoredIndex);
  const code = codeFiles(folder).map((file) => brotli(readFileSync(file)));
  return {
    index,
    bytes: { code: code.reduce((sum, size) => sum + size, 0), index: brotli(json) },
    ask: (question) => find(index, question).answers.map(({ page }) => page.slug),
  };
}

/** The scripts and styles that are fetched when search is opened. */
function codeFiles(folder: string): readonly string[] {
  const files = globSync(`${folder}/_astro/{opened,search-list}.*.{js,css}`);
  if (files.length < 2)
    throw new Error(`${folder}/_astro has no script of search. Type: npm run build`);
  return files;
}

/** Bytes as a server with brotli at its best sends them. */
function brotli(bytes: Buffer): number {
  const params = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY };
  return brotliCompressSync(bytes, { params }).length;
}

/** The folder of a site as new as its sources: `dist/`, built when it is not. */
export async function freshSite(): Promise<string> {
  const built = statSync('dist/search/index.json', { throwIfNoEntry: false })?.mtimeMs ?? 0;
  const sources = globSync(['content/**/*.{mdx,yaml,json,py}', 'src/**/*', 'astro.config.mjs']);
  if (sources.some((file) => statSync(file).mtimeMs > built)) {
    console.error('Building dist/, which is older than its sources …');
    await buildSite('dist', { site: process.env['SITE'], base: process.env['BASE'] });
  }
  return 'dist';
}
