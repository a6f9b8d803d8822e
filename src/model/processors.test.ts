import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Tape } from './words/tape.ts';
import { doingOf, hasThreads, processorsAt, Processors, spanDoing } from './processors.ts';
import { machineSchema, scheduleSchema, type Schedule } from './schedule.ts';
import { spansOf } from './spans.ts';
import { stateAt } from './state.ts';

/** The program starts a thread, which computes until it is asked for the GIL. */
function twoThreads(): Schedule {
  const { provenance } = new Tape().done();
  const gil = { kind: 'gil', lane: 1 };
  return scheduleSchema.parse({
    format: 1,
    provenance: { ...provenance, machine: machineSchema.parse({ line: 1000 }) },
    ends: { how: 'returns' },
    resources: [],
    lanes: [
      { name: 'program', kind: 'thread', born: 0, ended: 12, how: 'returned' },
      {
        name: 'work',
        kind: 'thread',
        runs: 'work',
        parent: 0,
        born: 0,
        ended: 10,
        how: 'returned',
      },
    ],
    steps: [
      { kind: 'create', at: 0, lane: 0, line: 5, child: 1 },
      { ...gil, at: 0, does: 'ask', cause: { by: 'start' } },
      { kind: 'gil', at: 0, lane: 0, does: 'release', because: 'waits' },
      { kind: 'wait', at: 0, lane: 0, waits: { for: 'started', lanes: [1] } },
      { ...gil, at: 0, does: 'acquire' },
      { ...gil, at: 0, lane: 0, does: 'ask', cause: { by: 'started', of: 1 } },
      { kind: 'line', at: 0, lane: 1, line: 2, lasts: 5000 },
      { ...gil, at: 5000, does: 'release', because: 'asked' },
      { ...gil, at: 5000, lane: 0, does: 'acquire' },
      { kind: 'gil', at: 5000, lane: 0, does: 'release', because: 'ends' },
      { kind: 'line', at: 5000, lane: 0, line: 6 },
    ],
  });
}

test('of each lane it is known whether it holds the GIL, asks or waits', () => {
  const schedule = twoThreads();
  const told = (n: number) => [0, 1].map((lane) => doingOf(schedule, stateAt(schedule, n), lane));
  assert.ok(hasThreads(schedule));
  assert.deepEqual(told(0), ['holds the GIL', 'none']);
  assert.deepEqual(told(1), ['holds the GIL', 'asks']);
  assert.deepEqual(told(2), ['outside the GIL', 'asks']);
  assert.deepEqual(told(3), ['waits', 'asks']);
  assert.deepEqual(told(4), ['waits', 'holds the GIL']);
  assert.deepEqual(told(5), ['asks', 'holds the GIL']);
  assert.deepEqual(told(7), ['asks', 'asks']);
  assert.deepEqual(processorsAt(schedule, 7), { holders: [], asking: [0, 1] });
  assert.deepEqual(told(8), ['holds the GIL', 'asks']);
});

test('spans say the same of the time between', () => {
  const schedule = twoThreads();
  const told = spansOf(schedule).map((spans) =>
    spans.filter(({ from, to }) => to > from).map((span) => spanDoing(schedule, span)),
  );
  assert.deepEqual(told, [['asks'], ['holds the GIL']]);
});

test('who runs without the GIL is found', () => {
  const schedule = twoThreads();
  const judge = new Processors(schedule);
  const faults = schedule.steps.map((step) => judge.check(step));
  assert.deepEqual(faults.slice(0, -1).filter(Boolean), []);
  assert.equal(faults.at(-1), 'lane 0 runs without the gil.');
});
