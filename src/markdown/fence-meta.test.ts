import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseFenceMeta } from './fence-meta.ts';

test('title, caption, numbers and lines are read in any order', () => {
  const meta = parseFenceMeta('{2,4-6} title="gather.py" numbers caption="Waits, then ends."');
  assert.equal(meta.title, 'gather.py');
  assert.equal(meta.caption, 'Waits, then ends.');
  assert.equal(meta.numbers, true);
  assert.deepEqual([...meta.marked], [2, 4, 5, 6]);
});

test('no meta marks nothing', () => {
  assert.deepEqual(parseFenceMeta(''), {
    title: undefined,
    caption: undefined,
    numbers: false,
    marked: new Set(),
  });
});

test('an unknown word is named, with the words that are known', () => {
  assert.throws(
    () => parseFenceMeta('numbers tilte="a"'),
    /`tilte="a"` means nothing.*title="gather.py"/,
  );
});

test('lines that are no lines are named', () => {
  for (const lines of ['{a}', '{0}', '{5-3}', '{}']) {
    assert.throws(() => parseFenceMeta(lines), /names no lines/);
  }
});
