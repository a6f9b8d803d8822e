import assert from 'node:assert/strict';
import test from 'node:test';
import { combinationsOf } from './switches.ts';

const program = 'limit = 1\nsleep = time.sleep\n';
const limit = { line: 1, text: '1', values: [1, 20, null] };
const sleep = { line: 2, text: 'time.sleep', values: ['time.sleep', 'asyncio.sleep'] };

test('a program without switches has one combination, itself', () => {
  assert.deepEqual(combinationsOf(program, {}), [{ slug: '', positions: {}, text: program }]);
});

test('each position of each switch makes a program with an address', () => {
  const combinations = combinationsOf(program, { limit, sleep });
  assert.deepEqual(
    combinations.map(({ slug }) => slug),
    [
      '',
      'sleep-asyncio-sleep',
      'limit-20',
      'limit-20-sleep-asyncio-sleep',
      'limit-none',
      'limit-none-sleep-asyncio-sleep',
    ],
  );
  assert.equal(combinations[0]?.text, program);
  assert.equal(combinations[5]?.text, 'limit = None\nsleep = asyncio.sleep\n');
  assert.deepEqual(combinations[5]?.positions, { limit: null, sleep: 'asyncio.sleep' });
});

test('a replacement is taken as it is written', () => {
  const odd = { line: 1, text: '1', values: [1, '"$&"'] };
  assert.equal(combinationsOf(program, { odd })[1]?.text.split('\n')[0], 'limit = "$&"');
});

for (const [what, knob, message] of [
  [
    'a line that is not there',
    { ...limit, line: 9 },
    /^Switch `limit`: the program has no line 9\.$/,
  ],
  [
    'a text that is not in its line',
    { ...limit, text: '7' },
    /line 1 has `7` 0 times, not once\. The line is `limit = 1`\. Lines are counted from 1/,
  ],
  [
    'a text that is there twice',
    { ...limit, text: 'i' },
    /2 times, not once.* on a line of its own in/,
  ],
  [
    'a first value that the program does not have',
    { ...limit, values: [5, 1] },
    /its first value has to be what the program has, `1`, not `5`\.$/,
  ],
  [
    'too many combinations',
    { ...limit, values: Array.from({ length: 13 }, (_, n) => n + 1) },
    /^The switches have 13 combinations; at most 12/,
  ],
  [
    'two values with one address',
    { ...limit, values: [1, 0.5, '0,5'] },
    /^Two combinations have the same address/,
  ],
] as const) {
  test(`a switch is refused: ${what}`, () => {
    assert.throws(() => combinationsOf(program, { limit: { ...knob, values: [...knob.values] } }), {
      message,
    });
  });
}
