import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { readPageMap } from '#markdown/site-addresses.ts';
import {
  answerable,
  belowFloors,
  byKind,
  gainsOf,
  judge,
  line,
  lowered,
  meanOf,
  measure,
  parseQueries,
  parseTopics,
} from './judge.ts';

const topics = {
  gather: ['experiments', 'task-groups'],
  tasks: ['coroutines', 'experiments'],
  gil: ['gil'],
  io: ['io'],
};
const query = (topics: readonly string[]) => ({ q: 'q', kind: 'k', topics: [...topics] });

test('a page is worth 3, 2 or 1, by the first topic that it answers', () => {
  assert.deepEqual(
    [...gainsOf(query(['gather', 'tasks', 'gil', 'io']), topics)],
    [
      ['experiments', 3],
      ['task-groups', 3],
      ['coroutines', 2],
      ['gil', 1],
      ['io', 1],
    ],
  );
});

test('a topic that is not there is named', () => {
  assert.throws(() => gainsOf(query(['none']), topics), /topic `none`/);
});

test('the best order has an nDCG of 1; others less; only the first result of a page counts', () => {
  const gains = new Map([
    ['a', 3],
    ['b', 1],
  ]);
  assert.deepEqual(measure(['a', 'b'], gains), {
    queries: 1,
    inOne: 1,
    inThree: 1,
    ndcg: 1,
    none: 0,
  });
  const ideal = 3 + 1 / Math.log2(3);
  const swapped = measure(['b', 'x', 'a'], gains);
  assert.equal(swapped.inOne, 1);
  assert.equal(swapped.ndcg, (1 + 3 / 2) / ideal);
  assert.equal(measure(['a', 'a', 'b'], gains).ndcg, (3 + 1 / 2) / ideal);
});

test('right in three is not right in four, and nothing is nothing', () => {
  const gains = new Map([['a', 3]]);
  assert.deepEqual(measure(['x', 'y', 'z', 'a'], gains).inThree, 0);
  assert.deepEqual(measure(['x', 'y', 'a'], gains).inThree, 1);
  assert.deepEqual(measure([], gains), { queries: 1, inOne: 0, inThree: 0, ndcg: 0, none: 1 });
});

test('further keys and empty lines of a file of queries are ignored', () => {
  const text = '{"id":"1","q":"a","kind":"k","topics":["gil"],"note":"n"}\n\n';
  assert.deepEqual(parseQueries(text), [{ q: 'a', kind: 'k', topics: ['gil'] }]);
});

test('a line has the name and five numbers', () => {
  const judged = judge([query(['gil']), { ...query(['gil']), kind: 'other' }], topics, () => [
    'gil',
  ]);
  assert.deepEqual([...byKind(judged).keys()], ['k', 'other']);
  const all = meanOf(judged.map(({ measures }) => measures));
  assert.deepEqual(line('all', all).split(/\s+/), ['all', '2', '1.00', '1.00', '1.00', '0.00']);
});

test('a query waits until all its pages are written', () => {
  const queries = [query(['gil']), query(['gather'])];
  assert.deepEqual(answerable(queries, topics, new Set(['gil', 'experiments'])), [queries[0]]);
});

test('a floor that is not reached is named, one without queries is not', () => {
  const judged = judge([query(['gil'])], topics, () => ['x']);
  const floors = { all: { inThree: 0.9, ndcg: 0.8, none: 0 }, error: { inThree: 0.95 } };
  assert.deepEqual(belowFloors(judged, floors), [
    'all: right in 3 is 0.000, promised is 0.9.',
    'all: nDCG@5 is 0.000, promised is 0.8.',
  ]);
  assert.deepEqual(
    belowFloors(
      judge([query(['gil'])], topics, () => []),
      { all: { none: 0 } },
    ),
    ['all: none found is 1.000, promised is 0.'],
  );
});

test('a floor that was lowered or taken away is named, one that rose is not', () => {
  const former = { all: { inThree: 0.9 }, error: { inThree: 0.95 } };
  assert.equal(lowered({ all: { inThree: 0.89 }, error: { inThree: 0.95 } }, former).length, 1);
  assert.equal(lowered({ all: { inThree: 0.9 } }, former).length, 1);
  assert.equal(lowered({ all: { none: 0.1 } }, { all: { none: 0 } }).length, 1);
  assert.deepEqual(
    lowered({ all: { inThree: 0.91, ndcg: 0.8 }, error: { inThree: 0.95 } }, former),
    [],
  );
});

test('every topic of the tuning file is known, and every page of a topic is in the map', () => {
  const known = parseTopics(readFileSync('src/search/judged/topics.json', 'utf8'));
  const slugs = new Set(
    readPageMap().chapters.flatMap(({ pages }) => pages.map(({ slug }) => slug)),
  );
  assert.deepEqual(
    Object.values(known)
      .flat()
      .filter((page) => !slugs.has(page)),
    [],
  );
  for (const query of parseQueries(readFileSync('src/search/judged/queries.jsonl', 'utf8')))
    assert.ok(gainsOf(query, known).size > 0);
});
