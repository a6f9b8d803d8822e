import { readFileSync } from 'node:fs';
import { siteAddresses } from '#markdown/site-addresses.ts';
import {
  answerable,
  belowFloors,
  floorsSchema,
  judge,
  line,
  byKind,
  lowered,
  meanOf,
  parseQueries,
  parseTopics,
  type Floors,
  type Topics,
} from '#search/judged/judge.ts';
import { notFirst } from '#search/judged/own-words.ts';
import { readBuiltSearch } from '#tools/built-search.ts';
import type { Outcome } from '#tools/checks/check.ts';
import { run } from '#tools/checks/process.ts';

const judgedFolder = 'src/search/judged';
/** The queries that search is tuned on. */
export const queriesFile = `${judgedFolder}/queries.jsonl`;
const floorsFile = `${judgedFolder}/floors.json`;
/** What readers fetch to search: code and index, compressed. */
const MOST_BYTES = 60_000;

export const judgedTopics = (): Topics =>
  parseTopics(readFileSync(`${judgedFolder}/topics.json`, 'utf8'));

const parseFloors = (text: string): Floors => floorsSchema.parse(JSON.parse(text)).floors;

/** Holds search of a built site to its floors, the floors to their past, and messages to their own words. */
export async function checkSearch(folder: string): Promise<Outcome> {
  const built = readBuiltSearch(folder);
  const queries = parseQueries(readFileSync(queriesFile, 'utf8'));
  const topics = judgedTopics();
  const able = answerable(queries, topics, siteAddresses().existing);
  const judged = judge(able, topics, built.ask);
  const floors = parseFloors(readFileSync(floorsFile, 'utf8'));
  const past = await pastFloors();
  const bytes = built.bytes.code + built.bytes.index;
  const faults = [
    ...belowFloors(judged, floors).map((fault) => `${fault} See: npm run search:judge -- --misses`),
    ...notFirst(built.index),
    ...(past ?? []).flatMap((former) => lowered(floors, former)),
    ...(bytes > MOST_BYTES
      ? [`Code and index of search have ${bytes} bytes; ${MOST_BYTES} are promised.`]
      : []),
  ];
  const left = queries.length - able.length;
  const lines = [...byKind(judged)].map(([kind, measures]) => line(kind, measures));
  const all = meanOf(judged.map(({ measures }) => measures));
  return {
    passed: Math.max(0, judged.length + 1 - faults.length),
    failed: faults.length,
    details: [...faults, '', ...lines].join('\n'),
    report: [
      `Search: queries, right in 1, in 3, nDCG@5, none found (${(bytes / 1000).toFixed(1)} KB):`,
      '',
      ...lines,
      line('all', all),
      `${left} of ${queries.length} queries wait for pages that are not written.`,
    ].join('\n'),
    notChecked:
      past === undefined
        ? [`whether ${floorsFile} only rose: git does not answer here; install git and clone`]
        : [],
  };
}

/** All versions of the floors that this clone has, or undefined without git. */
async function pastFloors(): Promise<readonly Floors[] | undefined> {
  const log = await run('git', ['log', '--format=%H', '--', floorsFile]).catch(() => undefined);
  if (log === undefined || !log.ok) return undefined;
  const commits = log.output.split('\n').filter((commit) => commit !== '');
  const versions = await Promise.all(
    commits.map(async (commit) => {
      const shown = await run('git', ['show', `${commit}:${floorsFile}`]);
      // A commit that moved or deleted the file has no version of it.
      return shown.ok ? [parseFloors(shown.output)] : [];
    }),
  );
  return versions.flat();
}
