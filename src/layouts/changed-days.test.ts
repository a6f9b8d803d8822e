import assert from 'node:assert/strict';
import { test } from 'node:test';
import { changedDays, daysOf } from './changed-days.ts';

test('each file has the day of its newest commit', () => {
  const log = '\x002026-11-21\n\na\nb\n\x002026-11-20\n\nb\nc\n';
  assert.deepEqual(Object.fromEntries(daysOf(log)), {
    a: '2026-11-21',
    b: '2026-11-21',
    c: '2026-11-20',
  });
});

test('what git does not know has no day', () => {
  assert.equal(changedDays(['no-such-folder']).size, 0);
});
