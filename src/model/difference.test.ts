import assert from 'node:assert/strict';
import test from 'node:test';
import { onlyDifference } from './difference.ts';

test('two programs that differ in one line give that line of each', () => {
  assert.deepEqual(onlyDifference('a\n  b\n', 'a\n  c\n'), ['b', 'c']);
});

test('programs that differ in more, or in length, give nothing', () => {
  assert.equal(onlyDifference('a\nb', 'c\nd'), undefined);
  assert.equal(onlyDifference('a', 'a\nb'), undefined);
  assert.equal(onlyDifference('a', 'a'), undefined);
});
