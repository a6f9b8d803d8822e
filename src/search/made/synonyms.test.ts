import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { parse } from 'yaml';
import { parseQueries } from '../judged/judge.ts';
import { parseSynonyms, synonymKeys } from './synonyms.ts';

const groups = parseSynonyms(readFileSync('content/synonyms.yaml', 'utf8'));
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

const queries = parseQueries(readFileSync('src/search/judged/queries.jsonl', 'utf8')).map(
  ({ q }) => q,
);

test('no synonym and no `asks` of a page says a query of the tuning file word for word', () => {
  const asks = globSync(['content/pages/*/*.mdx', 'content/errors/*.mdx']).flatMap((file) => {
    const [, yaml = ''] = readFileSync(file, 'utf8').split(/^---$/m);
    const { asks = [] } = parse(yaml) as { asks?: readonly string[] };
    return asks;
  });
  assert.ok(asks.length > 0 && queries.length === 61);
  assert.deepEqual(learned([...groups.flat(), ...asks], queries), []);
});

test('one that does is named, a verbatim message is let be', () => {
  assert.deepEqual(learned(['Event  loop?', 'event loops'], ['event loop']), ['Event  loop?']);
  assert.deepEqual(learned(['ValueError: no'], ['ValueError: no']), []);
});

test('a phrase stands in one group only', () => {
  const all = groups.flat().map(plain);
  assert.deepEqual(
    all.filter((phrase, i) => all.indexOf(phrase) !== i),
    [],
  );
});

test('a group of one is refused with what to write', () => {
  assert.throws(() => parseSynonyms('- [gather]'), /at least two words or phrases/);
});

test('a name of code is one key, a phrase has one for each word', () => {
  assert.deepEqual(synonymKeys([['to_thread', 'run in executor']]), [
    [['tothread'], ['run', 'in', 'executor']],
  ]);
});
