import assert from 'node:assert/strict';
import test from 'node:test';
import { gather } from './fixtures.ts';
import { allOf, count, counted, countedLanes, grouped } from './names.ts';

test('lanes of one family share its name', () => {
  assert.equal(grouped(['work 0']), 'work 0');
  assert.equal(grouped(['work 0', 'work 1', 'work 2']), 'work 0, 1 and 2');
  assert.equal(grouped(['fetch price', 'fetch stock']), 'fetch price and stock');
});

test('four or more that count on are a range, and others are not', () => {
  assert.equal(grouped([3, 4, 5, 6].map((n) => `fetch ${n}`)), 'fetch 3 to 6');
  assert.equal(grouped([3, 4, 5, 7].map((n) => `fetch ${n}`)), 'fetch 3, 4, 5 and 7');
});

test('a lane of another family comes first, so that no number can be taken for it', () => {
  assert.equal(grouped(['work 0', 'work 1', 'main']), 'main, work 0 and 1');
  assert.equal(grouped(['report', 'fetch']), 'report and fetch');
});

test('small numbers are words', () => {
  assert.equal(counted(1, 'task'), 'one task');
  assert.equal(counted(12, 'task'), 'twelve tasks');
  assert.equal(count(24), '24');
  assert.deepEqual([allOf(2), allOf(3)], ['both', 'all three']);
});

test('lanes that are too many to name are called what they are', () => {
  const schedule = gather();
  assert.equal(countedLanes(schedule, [3, 4, 5]), 'three tasks');
  const lanes = schedule.lanes.map((lane) => ({ ...lane, kind: 'thread' as const }));
  assert.equal(countedLanes({ ...schedule, lanes }, [3, 4, 5]), 'three threads');
});
