import assert from 'node:assert/strict';
import { test } from 'node:test';
import { find } from './find.ts';
import { smallIndex } from './fixtures.ts';
import { firstRows, rowsOf } from './shown.ts';

const answers = find(
  smallIndex(),
  'the task waits: cancel, queue, semaphore, thread, calls',
).answers;

test('at most so many rows, the best page first with most of its entries', () => {
  assert.ok(rowsOf(answers) > 4, 'the fixture has enough to be cut');
  for (const rows of [1, 2, 4, 10]) {
    const groups = firstRows(answers, rows);
    const shown = groups.flatMap(({ entries }) => entries);
    assert.ok(shown.length <= rows);
    assert.equal(new Set(shown).size, shown.length);
    assert.equal(groups[0]?.answer, answers[0]);
    assert.ok(groups.every(({ answer, entries }) => entries[0] === answer.entries[0]));
  }
});

test('with more rows none goes away, and in the end all are shown', () => {
  let before: readonly number[] = [];
  for (let rows = 1; rows <= rowsOf(answers); rows++) {
    const shown = firstRows(answers, rows).flatMap(({ entries }) => entries);
    assert.deepEqual(
      before.filter((entry) => !shown.includes(entry)),
      [],
      `${rows} rows`,
    );
    before = shown;
  }
  const all = firstRows(answers, 100).flatMap(({ entries }) => entries);
  assert.equal(all.length, rowsOf(answers));
});

test('nothing found is no row', () => {
  assert.deepEqual(firstRows([], 10), []);
});
