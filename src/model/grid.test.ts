import assert from 'node:assert/strict';
import test from 'node:test';
import { runName, runsOf, totalAt, type Grid } from './grid.ts';
import { SwitchError } from './switches.ts';

const text = 'calls = 20\nlimit = 5\n';
const calls = { line: 1, text: '20', values: [20, 1] };
const limit = { line: 2, text: '5', values: [5, null] };
const provenance = {
  python: '3.14.2',
  program: '0'.repeat(16),
  recorder: '1'.repeat(16),
  machine: { line: 0, seed: 0, debug: false },
} as Grid['provenance'];

test('a grid has one run for each combination of its axes, each with its own program', () => {
  const runs = runsOf(text, { calls, limit });
  assert.deepEqual(
    runs.map(({ positions }) => runName(positions)),
    ['calls-20-limit-5', 'calls-20-limit-none', 'calls-1-limit-5', 'calls-1-limit-none'],
  );
  assert.equal(runs[3]?.text, 'calls = 1\nlimit = None\n');
  assert.deepEqual(runsOf(text, {}), []);
});

test('a total is found by where each axis stands, in whatever order they are named', () => {
  const axes = { calls: [20, 1], limit: [5, null] };
  const grid = { provenance, axes, totals: { 'calls-1-limit-none': 200_000 } };
  assert.equal(totalAt(grid, { limit: null, calls: 1 }), 200_000);
  assert.equal(totalAt(grid, { limit: 5, calls: 1 }), undefined);
  assert.equal(totalAt(grid, { calls: 1 }), undefined);
});

test('sixty runs are enough', () => {
  const many = { ...calls, values: Array.from({ length: 61 }, (_, n) => n + 20) };
  assert.throws(() => runsOf(text, { many }), SwitchError);
});
