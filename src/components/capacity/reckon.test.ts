import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answerTo, reckon } from './reckon.ts';

test('under way is what comes in a second times the seconds each takes, cores the same of computing', () => {
  const slow = { perSecond: 100, takesMs: 2000, computesMs: 5 };
  assert.deepEqual(reckon(slow), { underWay: '200', cores: '0.5' });
});

test('requests that only compute keep as many cores busy as there are requests under way', () => {
  const { underWay, cores } = reckon({ perSecond: 7, takesMs: 30, computesMs: 30 });
  assert.equal(underWay, cores);
});

test('numbers keep three digits that count, and all that stand before the point', () => {
  const underWay = (perSecond: number) =>
    reckon({ perSecond, takesMs: 1000, computesMs: 0 }).underWay;
  assert.deepEqual([0.0123456, 1.236, 12345.6, 0].map(underWay), ['0.0123', '1.24', '12,346', '0']);
});

test('a load that is typed is answered in a sentence', () => {
  assert.equal(
    answerTo({ perSecond: 2, takesMs: 2000, computesMs: 0 }),
    'Yours: 4 under way at once; cores busy: 0.',
  );
});

test('a field that is empty, below zero or beyond all sense is asked for again', () => {
  for (const number of [NaN, -1, 1e300]) {
    for (const field of ['perSecond', 'takesMs', 'computesMs']) {
      const load = { perSecond: 1, takesMs: 1, computesMs: 1, [field]: number };
      assert.equal(answerTo(load), 'Three numbers are needed.', `${field}: ${number}`);
    }
  }
});

test('more computing than time is refused', () => {
  const wrong = answerTo({ perSecond: 1, takesMs: 10, computesMs: 11 });
  assert.equal(wrong, 'It can’t compute for longer than it takes.');
});
