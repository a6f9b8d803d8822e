import assert from 'node:assert/strict';
import test from 'node:test';
import { scheduleSchema } from './schedule.ts';
import { stateAt, statesOf } from './state.ts';
import { spansOf } from './spans.ts';
import { totalOf } from './total.ts';
import { instantsOf, turnsOf } from './turns.ts';

/** One task that sleeps for a second: program 0, loop 1, main 2. */
const sleeper = scheduleSchema.parse({
  format: 1,
  provenance: { python: '3.14.2', program: '0'.repeat(16), recorder: '0'.repeat(16), machine: {} },
  ends: { how: 'returns' },
  lanes: [
    { name: 'program', kind: 'thread', born: 0, ended: 18, how: 'returned' },
    { name: 'loop', kind: 'loop', parent: 0, on: 0, born: 1, ended: 17, how: 'returned' },
    { name: 'main', kind: 'task', parent: 1, on: 1, born: 3, ended: 16, how: 'returned' },
  ],
  resources: [],
  steps: [
    { kind: 'line', at: 0, lane: 0, line: 6 },
    { kind: 'create', at: 0, lane: 0, child: 1 },
    { kind: 'wait', at: 0, lane: 0, line: 6, waits: { for: 'loop', lanes: [1] } },
    { kind: 'create', at: 0, lane: 1, child: 2 },
    { kind: 'queue', at: 0, lane: 1, target: 2, cause: { by: 'start' } },
    { kind: 'pick', at: 0, lane: 1, target: 2, round: 1 },
    { kind: 'enter', at: 0, lane: 2, line: 3, function: 'main' },
    { kind: 'set-timer', at: 0, lane: 2, line: 4, timer: 0, due: 1e6, callback: 't', target: 2 },
    { kind: 'wait', at: 0, lane: 2, line: 4, waits: { for: 'timer', timer: 0 } },
    { kind: 'sleep', at: 0, lane: 1, until: 1e6 },
    { kind: 'due', at: 1e6, lane: 1, timer: 0 },
    { kind: 'call', at: 1e6, lane: 1, callback: 't', target: 2 },
    { kind: 'queue', at: 1e6, lane: 1, target: 2, cause: { by: 'timer', timer: 0 } },
    { kind: 'pick', at: 1e6, lane: 1, target: 2 },
    { kind: 'block', at: 1e6, lane: 2, line: 5, call: 'time.sleep', lasts: 5e5 },
    { kind: 'leave', at: 1.5e6, lane: 2, line: 5, function: 'main' },
    { kind: 'end', at: 1.5e6, lane: 2, how: 'returned' },
    { kind: 'end', at: 1.5e6, lane: 1, how: 'returned' },
    { kind: 'end', at: 1.5e6, lane: 0, line: 6, how: 'returned' },
  ],
});

const phases = (n: number) => stateAt(sleeper, n).lanes.map(({ phase }) => phase);

test('a task is ready from its queueing to its pick', () => {
  assert.deepEqual(phases(4), ['waiting', 'running', 'ready']);
  assert.deepEqual(phases(5), ['waiting', 'waiting', 'running']);
});

test('a lane that waits hands back to its loop, which may sleep', () => {
  assert.deepEqual(phases(8), ['waiting', 'running', 'waiting']);
  assert.deepEqual(phases(9), ['waiting', 'waiting', 'waiting']);
});

test('a due timer moves its callback to the ready queue, and its task stays waiting', () => {
  const state = stateAt(sleeper, 10);
  assert.deepEqual(state.ready, [{ target: 2, callback: 't' }]);
  assert.deepEqual(state.timers, []);
  assert.equal(state.lanes[2]?.phase, 'waiting');
});

test('a blocking call holds the loop until its lane does something else', () => {
  assert.deepEqual(phases(14), ['waiting', 'waiting', 'blocked']);
  assert.deepEqual(phases(15), ['waiting', 'waiting', 'running']);
});

test('a call stack grows and shrinks', () => {
  assert.deepEqual(stateAt(sleeper, 8).lanes[2]?.stack, ['main']);
  assert.deepEqual(stateAt(sleeper, 15).lanes[2]?.stack, []);
});

test('states are equal by stepping forward, stepping back and jumping', () => {
  const forward = [...statesOf(sleeper)];
  const back = sleeper.steps
    .map((_, n) => stateAt(sleeper, sleeper.steps.length - 1 - n))
    .reverse();
  assert.deepEqual(forward, back);
  assert.deepEqual(stateAt(structuredClone(sleeper), 12), forward[12]);
});

test('a step that is not there is refused', () => {
  assert.throws(() => stateAt(sleeper, 19), /no step 19/);
});

test('spans cover a lane from birth to end', () => {
  assert.equal(totalOf(sleeper), 1.5e6);
  assert.deepEqual(
    spansOf(sleeper)[2]?.map(({ state, from, to }) => [state, from, to]),
    [
      ['ready', 0, 0],
      ['running', 0, 0],
      ['waiting', 0, 1e6],
      ['ready', 1e6, 1e6],
      ['running', 1e6, 1e6],
      ['blocked', 1e6, 1.5e6],
      ['running', 1.5e6, 1.5e6],
    ],
  );
});

test('steps of one clock reading are an instant', () => {
  assert.deepEqual(instantsOf(sleeper), [
    { at: 0, first: 0, last: 9 },
    { at: 1e6, first: 10, last: 14 },
    { at: 1.5e6, first: 15, last: 18 },
  ]);
});

test('turns of tasks are numbered, the loop’s own stretches are not', () => {
  assert.deepEqual(
    turnsOf(sleeper).map(({ lane, number, first, last }) => [lane, number, first, last]),
    [
      [0, undefined, 0, 2],
      [1, undefined, 3, 4],
      [2, 1, 5, 8],
      [1, undefined, 9, 12],
      [2, 2, 13, 16],
      [1, undefined, 17, 17],
      [0, undefined, 18, 18],
    ],
  );
});
