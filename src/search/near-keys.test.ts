import assert from 'node:assert/strict';
import { test } from 'node:test';
import { typosBetween } from './near-keys.ts';

test('a letter more, less, other, or swapped is one typo', () => {
  for (const typed of ['asyncioo', 'asynio', 'asyncia', 'aysncio'])
    assert.equal(typosBetween(typed, 'asyncio', 2), 1, typed);
  assert.equal(typosBetween('asyncio', 'asyncio', 2), 0);
  assert.equal(typosBetween('gevnet', 'gevent', 1), 1);
});

test('beyond the most it stops counting', () => {
  assert.ok(typosBetween('thread', 'process', 2) > 2);
});
