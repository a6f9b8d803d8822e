import assert from 'node:assert/strict';
import test from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { onceATurn } from './once-a-turn.ts';

test('asks once while a turn lasts, promises included, and again in the next', async () => {
  let asked = 0;
  const count = onceATurn(() => ++asked);
  assert.deepEqual([count(), count()], [1, 1]);
  await Promise.resolve();
  assert.equal(count(), 1);
  await setImmediate();
  assert.equal(count(), 2);
});
