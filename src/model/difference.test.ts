import assert from 'node:assert/strict';
import test from 'node:test';
import { linesThatDiffer } from './difference.ts';

const texts = (a: string, b: string) =>
  linesThatDiffer(a, b)?.map((side) => side.map(({ number, text }) => `${number} ${text}`));

test('two programs that differ in one line give that line of each, outdented', () => {
  assert.deepEqual(texts('a\n  b\nz', 'a\n  c\nz'), [['2 b'], ['2 c']]);
});

test('a line more, and one that moved down, are found where they stand', () => {
  assert.deepEqual(texts('a\nb', 'a\nnew\nb'), [[], ['2 new']]);
  assert.deepEqual(texts('a\n  for x:\n    b\nc', 'a\n  d\nc'), [['2 for x:', '3   b'], ['2 d']]);
});

test('imports and empty lines tell nothing', () => {
  assert.deepEqual(texts('import time\n\nx', 'y'), [['3 x'], ['1 y']]);
});

test('programs without a difference, or with too many, give nothing', () => {
  assert.equal(linesThatDiffer('a', 'a'), undefined);
  assert.equal(linesThatDiffer('a', 'b\nc\nd\ne\nf\ng'), undefined);
});
