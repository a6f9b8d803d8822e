/**
 * `npm run bench:search`: how long search takes on this machine, on the site as it is: opening the
 * index, and answering each query of the tuning file letter by letter, as it is typed.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { excerptOf } from '#search/excerpt.ts';
import { find } from '#search/find.ts';
import { parseQueries } from '#search/judged/judge.ts';
import { openIndex } from '#search/open.ts';
import type { StoredIndex, StoredTexts } from '#search/stored.ts';
import { freshSite, readBuiltSearch } from '#tools/built-search.ts';
import { queriesFile } from '#tools/checks/search.ts';

try {
  const folder = await freshSite();
  const json = readFileSync(join(folder, 'search/index.json'), 'utf8');
  const opening = Array.from({ length: 20 }, () =>
    timed(() => openIndex(JSON.parse(json) as StoredIndex)),
  );
  const { index, bytes } = readBuiltSearch(folder);
  const queries = parseQueries(readFileSync(queriesFile, 'utf8')).map(({ q }) => q);
  const typed = queries.flatMap((query) => {
    return Array.from({ length: query.length }, (_, i) => query.slice(0, i + 1));
  });
  const answering = typed.map((text) => timed(() => find(index, text)));
  const pasted = timed(() => find(index, 'asyncio task was cancelled '.repeat(400)));
  const texts = new Map(
    index.pages.map(({ slug }) => {
      const file = readFileSync(join(folder, `search/texts/${slug}.json`), 'utf8');
      return [slug, JSON.parse(file) as StoredTexts];
    }),
  );
  const excerpts = queries.map((query) => {
    const { answers, keys } = find(index, query);
    return timed(() =>
      answers.slice(0, 6).map(({ page, entries: [best = 0] }) => {
        return excerptOf(texts.get(page.slug)?.[best - page.first]?.text ?? '', keys);
      }),
    );
  });
  const kilobytes = (size: number): string => `${(size / 1000).toFixed(1)} KB`;
  console.log(
    [
      `code                        ${kilobytes(bytes.code)}`,
      `index                       ${kilobytes(bytes.index)}, ${index.entries.length} entries, ${index.keys.length} words`,
      `opening the index           ${told(opening)}`,
      `an answer, at every letter  ${told(answering)} (${typed.length} of them)`,
      `the excerpts of six results ${told(excerpts)}`,
      `10,800 letters pasted       ${pasted.toFixed(2)} ms`,
    ].join('\n'),
  );
} catch (problem) {
  console.error(problem instanceof Error ? problem.message : String(problem));
  process.exitCode = 1;
}

function timed(work: () => unknown): number {
  const started = performance.now();
  work();
  return performance.now() - started;
}

function told(milliseconds: readonly number[]): string {
  const sorted = milliseconds.toSorted((one, other) => one - other);
  const at = (part: number): string =>
    (sorted[Math.floor(part * (sorted.length - 1))] ?? 0).toFixed(2);
  return `${at(0.5)} ms in the middle, ${at(0.99)} ms for one in a hundred, ${at(1)} ms at most`;
}
