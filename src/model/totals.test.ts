import assert from 'node:assert/strict';
import test from 'node:test';
import { endingOf } from './ending.ts';
import { spansOf } from './spans.ts';
import { totalOf } from './total.ts';
import { totalsBefore } from './totals.ts';
import { gather, recordings } from './words/fixtures.ts';

test('a lane’s totals are cut at the clock', () => {
  const blocking = gather(true);
  const [, first, second, third] = totalsBefore(blocking, spansOf(blocking), 1.5e6).slice(2);
  assert.deepEqual(first, { running: 0, ready: 0, waiting: 0, blocked: 1e6 });
  assert.deepEqual(second, { running: 0, ready: 1e6, waiting: 0, blocked: 0.5e6 });
  assert.deepEqual(third, { running: 0, ready: 1.5e6, waiting: 0, blocked: 0 });
});

test('at the end the totals of a lane are its life', () => {
  for (const { name, schedule } of recordings()) {
    const end = totalOf(schedule);
    totalsBefore(schedule, spansOf(schedule), end).forEach((totals, lane) => {
      const { born = 0 } = schedule.lanes[lane] ?? {};
      const { step: ended } = endingOf(schedule, lane);
      const from = schedule.steps[born]?.at ?? 0;
      const to = ended === undefined ? end : (schedule.steps[ended]?.at ?? 0);
      const sum = Object.values(totals).reduce((a, b) => a + b, 0);
      assert.equal(sum, to - from, `${name}, lane ${lane}`);
    });
  }
});
