import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { expandSchedule, type StoredSchedule } from '../stored.ts';
import { waitsFor } from './waits.ts';

test('who waits for the first of several, and only one is left, waits for that one', () => {
  const file = readFileSync('content/examples/answers-as-they-come/schedule.json', 'utf8');
  const schedule = expandSchedule(JSON.parse(file) as StoredSchedule);
  const told = schedule.steps.flatMap((step) =>
    step.kind === 'wait' && step.waits.for === 'any' ? [waitsFor(schedule, step.waits)] : [],
  );
  assert.match(told[0] ?? '', /^waits until one of .* is done$/);
  assert.equal(told.at(-1), 'waits until **ask 2** is done');
});
