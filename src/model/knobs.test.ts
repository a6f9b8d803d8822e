import assert from 'node:assert/strict';
import test from 'node:test';
import { knobsOf } from './knobs.ts';
import { combinationsOf } from './switches.ts';
import type { Switch } from './example.ts';

const program = 'limit = 5\nawait asyncio.sleep(1)  # the shop answers\n';
const limit: Switch = { line: 1, text: '5', values: [5, 1, null, 20] };
const sleep: Switch = { line: 2, text: 'asyncio.sleep', values: ['asyncio.sleep', 'pause'] };

test('a switch is its line of code with a gap', () => {
  const switches = { 'which-sleep': sleep };
  const [present] = combinationsOf(program, switches);
  assert.ok(present);
  assert.deepEqual(knobsOf(program, switches, present), [
    {
      name: 'which sleep',
      line: 2,
      before: 'await ',
      after: '(1)',
      positions: [
        { value: 'asyncio.sleep', combination: '', isPresent: true },
        { value: 'pause', combination: 'which-sleep-pause', isPresent: false },
      ],
    },
  ]);
});

test('numbers stand by size, and no limit at all is the largest', () => {
  const [present] = combinationsOf(program, { limit });
  assert.ok(present);
  const [knob] = knobsOf(program, { limit }, present);
  assert.deepEqual(
    knob?.positions.map(({ value }) => value),
    ['1', '5', '20', 'None'],
  );
});

test('a position of one switch leaves the other where it is', () => {
  const switches = { limit, sleep };
  const present = combinationsOf(program, switches).find(
    ({ slug }) => slug === 'limit-20-sleep-pause',
  );
  assert.ok(present);
  const [first, second] = knobsOf(program, switches, present);
  assert.deepEqual(
    first?.positions.map(({ combination }) => combination),
    ['limit-1-sleep-pause', 'sleep-pause', 'limit-20-sleep-pause', 'limit-none-sleep-pause'],
  );
  assert.deepEqual(
    second?.positions.map(({ combination }) => combination),
    ['limit-20', 'limit-20-sleep-pause'],
  );
});
