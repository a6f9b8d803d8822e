import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { parse } from 'yaml';
import { exampleSchema } from '#model/example.ts';
import { recording } from '#model/words/fixtures.ts';
import { mergedInstants, type ComparedRun } from './instants.ts';

function run(name: string, ...shown: readonly number[]): ComparedRun {
  const folder = `content/examples/${name}`;
  return {
    example: exampleSchema.parse(parse(readFileSync(`${folder}/example.yaml`, 'utf8'))),
    program: readFileSync(`${folder}/example.py`, 'utf8'),
    schedule: recording(name),
    shown: new Set(shown),
  };
}

const instants = mergedInstants([run('requests-in-turn', 8, 9, 10), run('requests-together', 8)], {
  place: (at) => at / 3e6,
  clock: (at) => `${at / 1e6} s`,
});

test('an instant of both is called by the one on the left, and by key steps of both', () => {
  const [first, , second] = instants;
  assert.match(first?.moments[0] ?? '', /^left-/);
  assert.ok(first?.moments.some((moment) => moment.startsWith('right-')));
  assert.ok(
    second?.moments.every((moment) => moment.startsWith('left-')),
    'the other is over',
  );
});

test('no two instants share a name', () => {
  const names = instants.flatMap(({ moments }) => moments);
  assert.equal(new Set(names).size, names.length);
});

test('each side has the line on which it stands, and none when it is over', () => {
  assert.deepEqual(
    instants.map(({ at, lines }) => [at / 1e6, ...lines]),
    [
      [0, 8, 8],
      [1, 9, null],
      [2, 10, null],
      [3, null, null],
    ],
  );
});

test('each side has its own sentence', () => {
  const [, once] = instants;
  assert.equal(once?.says.split('<br>').length, 2);
  assert.match(once?.says ?? '', /^Three answers, one at a time: .*<br>Three answers at once: /s);
});
