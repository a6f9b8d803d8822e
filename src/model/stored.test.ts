import assert from 'node:assert/strict';
import test from 'node:test';
import { expandSchedule, storeSchedule } from './stored.ts';
import { scheduleSchema } from './schedule.ts';

const schedule = scheduleSchema.parse({
  format: 1,
  provenance: { python: '3.14.2', program: '0'.repeat(16), recorder: '0'.repeat(16), machine: {} },
  ends: { how: 'returns' },
  lanes: [{ name: 'program', kind: 'thread', born: 0, ended: 2, how: 'returned' }],
  resources: [],
  steps: [
    { kind: 'line', at: 0, lane: 0, line: 1 },
    { kind: 'print', at: 5, lane: 0, line: 2, text: 'hi\n', stream: 'stdout' },
    { kind: 'end', at: 5, lane: 0, how: 'returned' },
  ],
});

test('a stored schedule comes back whole', () => {
  assert.deepEqual(expandSchedule(JSON.parse(storeSchedule(schedule))), schedule);
});

test('a clock and a lane that repeat are left out', () => {
  const stored = JSON.parse(storeSchedule(schedule));
  assert.deepEqual(stored.steps[2], { kind: 'end', how: 'returned' });
});

test('a step that is not of its kind is refused', () => {
  const wrong = structuredClone(schedule) as { steps: object[] };
  wrong.steps.push({ kind: 'line', at: 5, lane: 0, colour: 'red' });
  assert.equal(scheduleSchema.safeParse(wrong).success, false);
});
