import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { recording, twoThreads } from './words/fixtures.ts';
import { callAt, callStretches, gilStretches } from './stretches.ts';

describe('who has the GIL', () => {
  test('goes from one thread to the other without a gap, where both compute', () => {
    const stretches = gilStretches(recording('cpu-two-threads'));
    for (const [i, { from, to }] of stretches.entries()) {
      assert.ok(to > from);
      assert.equal(from, stretches[i - 1]?.to ?? 0);
      assert.notEqual(stretches[i - 1]?.thread, stretches[i]?.thread);
    }
    assert.deepEqual([...new Set(stretches.map(({ thread }) => thread))], [0, 1, 2]);
  });

  test('is free while all wait', () => {
    assert.deepEqual(gilStretches(recording('ten-threads-join')), []);
  });

  test('is nobody without a GIL, and nobody to tell of with one thread', () => {
    assert.deepEqual(gilStretches(recording('cpu-two-threads-no-gil')), []);
    assert.deepEqual(gilStretches(recording('cpu-on-the-loop')), []);
  });

  test('is one in each process', () => {
    const schedule = twoThreads();
    const apart = gilStretches({
      ...schedule,
      lanes: schedule.lanes.map((lane, n) => (n === 2 ? { ...lane, process: 1 } : lane)),
    });
    assert.deepEqual(
      apart.map(({ process, thread, from, to }) => [process, thread, from / 1e3, to / 1e3]),
      [
        [0, 1, 0, 5],
        [1, 2, 5, 10],
        [0, 1, 10, 15],
      ],
    );
  });
});

describe('calls without a worker', () => {
  test('wait in the order in which they were handed over, until one is taken', () => {
    assert.deepEqual(
      callStretches(recording('pool-of-two-threads')).map(({ calls, from, to }) => [
        calls,
        from,
        to,
      ]),
      [
        [['fetch(2)', 'fetch(3)', 'fetch(4)'], 0, 1e6],
        [['fetch(4)'], 1e6, 2e6],
      ],
    );
  });

  test('are none where every call has a worker at once', () => {
    assert.deepEqual(callStretches(recording('map-in-order')), []);
  });

  test('a call that fails before a worker takes it waits no longer', () => {
    assert.deepEqual(callStretches(recording('unpicklable-call')), []);
  });

  test('a worker has its call from taking it to its result', () => {
    const schedule = recording('pool-of-two-threads');
    const at = (kind: string, lane: number) =>
      schedule.steps.findIndex((step) => step.kind === kind && step.lane === lane);
    assert.equal(callAt(schedule, 1, at('set-timer', 1)), 'fetch(0)');
    assert.equal(callAt(schedule, 1, at('settle', 1)), undefined);
  });
});
