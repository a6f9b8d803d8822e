import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { parse } from 'yaml';
import { z } from 'zod';
import { readGlossary } from '#markdown/content-files.ts';
import { parseQueries } from '../judged/judge.ts';
import { parseSynonyms, synonymKeys } from './synonyms.ts';

const synonyms = parseSynonyms(readFileSync('content/synonyms.yaml', 'utf8'));
const elsewhere = Object.entries(synonyms.elsewhere);
/** What is read here of the front matter of a page or an error. */
const askedSchema = z.object({ asks: z.array(z.string()), keywords: z.array(z.string()) });
const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
const isVerbatimError = (text: string): boolean => /\b\w+(?:Error|Warning|Exception)\b/.test(text);

/** The queries that an entry says word for word: an answer learned by heart. */
function learned(entries: readonly string[], queries: readonly string[]): readonly string[] {
  const asked = new Set(queries.map(plain));
  return entries.filter((entry) => asked.has(plain(entry)) && !isVerbatimError(entry));
}

/** Names, words of the glossary and what is printed: there is one way to write them. */
const named = new Set([
  ...readGlossary(readFileSync('content/glossary.yaml', 'utf8')).map(({ term }) =>
    plain(term.replace(/ \(.*/, '')),
  ),
  'unclosed client session',
  'task exception was never retrieved',
]);
const isNamed = (keyword: string): boolean => !keyword.includes(' ') || named.has(plain(keyword));

const queries = parseQueries(readFileSync('src/search/judged/queries.jsonl', 'utf8')).map(
  ({ q }) => q,
);

test('no synonym and nothing in front matter says a query of the tuning file word for word', () => {
  const matters = globSync(['content/pages/*/*.mdx', 'content/errors/*.mdx']).map((file) => {
    const [, yaml = ''] = readFileSync(file, 'utf8').split(/^---$/m);
    return askedSchema.parse(parse(yaml));
  });
  const asks = matters.flatMap(({ asks }) => asks);
  const keywords = matters.flatMap(({ keywords }) => keywords);
  assert.ok(asks.length > 0 && keywords.length > 0 && queries.length === 61);
  const phrases = [...synonyms.same.flat(), ...elsewhere.map(([said]) => said)];
  assert.deepEqual(learned([...phrases, ...asks], queries), []);
  assert.deepEqual(
    learned(keywords, queries).filter((keyword) => !isNamed(keyword)),
    [],
  );
});

test('one that does is named, a verbatim message is let be', () => {
  assert.deepEqual(learned(['Event  loop?', 'event loops'], ['event loop']), ['Event  loop?']);
  assert.deepEqual(learned(['ValueError: no'], ['ValueError: no']), []);
});

test('a phrase stands in one group only, and what is said elsewhere in none', () => {
  const all = [...synonyms.same.flat(), ...elsewhere.map(([said]) => said)].map(plain);
  assert.deepEqual(
    all.filter((phrase, i) => all.indexOf(phrase) !== i),
    [],
  );
});

test('a group of one is refused with what to write', () => {
  assert.throws(
    () => parseSynonyms('same: [[gather]]\nelsewhere: {}'),
    /at least two words or phrases/,
  );
  assert.throws(
    () => parseSynonyms('same: []\nelsewhere: { fiber: [] }'),
    /Write what is said here/,
  );
});

test('a name of code is one key, a phrase has one for each word', () => {
  assert.deepEqual(
    synonymKeys({
      same: [['to_thread', 'run in executor']],
      elsewhere: { 'Promise.all': ['gather'] },
    }),
    {
      synonyms: [[['tothread'], ['run', 'in', 'executor']]],
      elsewhere: [[['promiseal'], ['gather']]],
    },
  );
});
