import assert from 'node:assert/strict';
import { test } from 'node:test';
import { packKinds, packNumbers, unpackKinds, unpackNumbers } from './packed.ts';

test('numbers come back as they went in', () => {
  const numbers = [...Array(3000).keys(), 59, 60, 61, 89, 90, 91, 12345, 9_999_999, 0];
  assert.deepEqual(unpackNumbers(packNumbers(numbers)), numbers);
});

test('a small number takes one sign, and none that JSON would escape', () => {
  const packed = packNumbers([...Array(60).keys()]);
  assert.equal(packed.length, 60);
  assert.equal(JSON.stringify(packed).length, 62);
});

test('kinds come back as they went in', () => {
  const kinds = ['page', 'section', 'error', 'symptom', 'term', 'correction', 'example'] as const;
  assert.deepEqual(unpackKinds(packKinds(kinds)), kinds);
});
