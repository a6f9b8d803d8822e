import assert from 'node:assert/strict';
import { test } from 'node:test';
import { measuredSchema } from '../measurement.ts';
import { printedSides } from './printed.ts';

const about = { hash: '0123456789abcdef', system: 'Linux', cores: 2, load: 0, date: '2026-11-21' };
const run = (script: string, interpreter: string, printed: string[]) => ({
  script,
  interpreter,
  printed,
  ...about,
});
const sides = (runs: ReturnType<typeof run>[]) => printedSides(measuredSchema.parse({ runs }));

test('interpreters on which a program printed the same are named together', () => {
  const both = ['b begins', 'b ends'];
  assert.deepEqual(
    sides([
      run('program.js', 'Node 26.10.0', ['a begins']),
      run('program.py', 'CPython 3.11.7', both),
      run('program.py', 'CPython 3.12.1', both),
      run('program.py', 'CPython 3.13.0', both),
    ]),
    [
      { script: 'program.js', kind: 'Node', on: 'Node 26.10.0', printed: ['a begins'] },
      {
        script: 'program.py',
        kind: 'CPython',
        on: 'CPython 3.11.7, 3.12.1 and 3.13.0',
        printed: both,
      },
    ],
  );
});

test('a version that prints something else has a side of its own', () => {
  const found = sides([
    run('program.py', 'CPython 3.11.7', ['old']),
    run('program.py', 'CPython 3.12.1', ['new']),
    run('program.py', 'CPython 3.13.0', ['new']),
  ]);
  assert.deepEqual(
    found.map(({ on }) => on),
    ['CPython 3.11.7', 'CPython 3.12.1 and 3.13.0'],
  );
});

test('two programs that print the same stay apart', () => {
  const found = sides([
    run('program.js', 'Node 26.10.0', ['same']),
    run('program.py', 'CPython 3.13.0', ['same']),
  ]);
  assert.equal(found.length, 2);
});
