/**
 * `npm run search:judge`: how well search answers real queries. On standard output: a line for each
 * kind and the last for `all`: queries, right in 1, right in 3, nDCG@5, none found; then KB and ms.
 * `-- --queries FILE` takes others of the same form; `-- --misses` lists those that are not right in 3.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { siteAddresses } from '#markdown/site-addresses.ts';
import { find } from '#search/find.ts';
import {
  answerable,
  byKind,
  gainsOf,
  judge,
  line,
  meanOf,
  parseQueries,
} from '#search/judged/judge.ts';
import { readBuiltSearch, freshSite } from '#tools/built-search.ts';
import { judgedTopics, queriesFile } from '#tools/checks/search.ts';

try {
  const { values } = parseArgs({
    options: {
      queries: { type: 'string', default: queriesFile },
      misses: { type: 'boolean', default: false },
    },
  });
  const queries = parseQueries(readFileSync(values.queries, 'utf8'));
  const topics = judgedTopics();
  const { existing } = siteAddresses();
  const built = readBuiltSearch(await freshSite());

  const started = performance.now();
  for (const { q } of queries) find(built.index, q);
  const milliseconds = (performance.now() - started) / Math.max(1, queries.length);
  const judged = judge(queries, topics, built.ask);

  console.error('kind      queries in 1   in 3 nDCG@5   none     KB     ms');
  for (const [kind, measures] of byKind(judged)) console.log(line(kind, measures));
  const kilobytes = (built.bytes.code + built.bytes.index) / 1000;
  const all = meanOf(judged.map(({ measures }) => measures));
  console.log(
    `${line('all', all)} ${kilobytes.toFixed(1).padStart(6)} ${milliseconds.toFixed(2).padStart(6)}`,
  );

  const able = answerable(queries, topics, existing);
  if (able.length < queries.length) {
    console.error(
      `${queries.length - able.length} of ${queries.length} queries ask for pages that are not all written.`,
    );
  }
  if (values.misses) {
    for (const { query, pages, measures } of judged.filter((one) => one.measures.ndcg < 0.8)) {
      const wanted = [...gainsOf(query, topics)].map(
        ([page, gain]) => `${page}${existing.has(page) ? '' : ' (unwritten)'} ${gain}`,
      );
      const mark = measures.inThree === 1 ? ' ' : '✗';
      console.error(
        `${mark} ${query.q}\n    wanted ${wanted.join(', ')}\n    came ${pages.slice(0, 5).join(', ')}`,
      );
    }
  }
} catch (problem) {
  console.error(problem instanceof Error ? problem.message : String(problem));
  process.exitCode = 1;
}
