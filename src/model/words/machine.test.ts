import assert from 'node:assert/strict';
import { test } from 'node:test';
import { laneSchema, machineSchema, type Schedule } from '../schedule.ts';
import { gather } from './fixtures.ts';
import { machineWords } from './machine.ts';

function on(settings: object, threads: number): Schedule {
  const { provenance, ...rest } = gather();
  const thread = laneSchema.parse({
    name: 'work',
    kind: 'thread',
    parent: 0,
    born: 0,
    how: 'pending',
  });
  return {
    ...rest,
    lanes: [...rest.lanes, ...Array.from({ length: threads }, () => thread)],
    provenance: { ...provenance, python: '3.14.2', machine: machineSchema.parse(settings) },
  };
}

test('a recording says what it was made on', () => {
  assert.equal(machineWords(on({}, 0)), 'Recorded on CPython 3.14.2, virtual clock');
  assert.equal(
    machineWords(on({ line: 1000 }, 0)),
    'Recorded on CPython 3.14.2, virtual clock, a line costs 1\u00a0ms',
  );
});

test('debug mode is said, for the program does not say it', () => {
  assert.equal(
    machineWords(on({ debug: true }, 0)),
    'Recorded on CPython 3.14.2, virtual clock, in debug mode',
  );
});

test('threads are said to be modeled, and how', () => {
  assert.equal(
    machineWords(on({ line: 2000 }, 1)),
    'Recorded on CPython 3.14.2, virtual clock, modeled threads (one GIL, switch interval 5\u00a0ms), a line costs 2\u00a0ms',
  );
});

test('processes are said to be modeled too, and what starting one costs', () => {
  const processes = [
    { python: 'MainProcess', main: 0 },
    { python: 'SpawnProcess-1', main: 1, parent: 0 },
  ];
  assert.equal(
    machineWords({ ...on({ process: 20_000 }, 1), processes }),
    'Recorded on CPython 3.14.2, virtual clock, modeled threads and processes (a GIL for each process, two cores, switch interval 5\u00a0ms), starting Python in a process 20\u00a0ms',
  );
});

test('without the GIL nothing is called recorded', () => {
  assert.equal(
    machineWords(on({ gil: false }, 2)),
    'Modeled with CPython 3.14.2, virtual clock, threads without a GIL on two cores',
  );
});
