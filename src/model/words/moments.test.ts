import assert from 'node:assert/strict';
import test from 'node:test';
import { gather, recordings } from './fixtures.ts';
import { addressOf, momentOf, stepAt } from './moments.ts';

const second = {
  slug: 'second-start',
  when: { lane: 'work 1', kind: 'print' as const, line: 4 },
  says: 'The second.',
};

test('a step is addressed by its lane, its kind, its line and how often that happened', () => {
  const schedule = gather();
  const n = schedule.steps.findLastIndex(({ kind, line }) => kind === 'print' && line === 4);
  assert.equal(momentOf(schedule, n), 'work-2-print-4-1');
  assert.equal(stepAt(schedule, 'work-2-print-4-1'), n);
});

test('a key step is addressed by its slug, and its other address still holds', () => {
  const schedule = gather();
  const n = stepAt(schedule, 'second-start', [second]);
  assert.ok(n !== undefined);
  assert.equal(addressOf(schedule, n, [second]), 'second-start');
  assert.equal(stepAt(schedule, momentOf(schedule, n), [second]), n);
});

test('a moment that is gone has no step', () => {
  assert.equal(stepAt(gather(), 'work-9-print-4-1'), undefined);
});

test('every step of every recording is found again by its address', () => {
  for (const { name, schedule } of recordings()) {
    schedule.steps.forEach((_, n) => {
      const address = momentOf(schedule, n);
      assert.match(address, /^[a-z0-9]+(-[a-z0-9]+)*$/, name);
      assert.equal(stepAt(schedule, address), n, `${name}: ${address}`);
    });
  }
});
