import assert from 'node:assert/strict';
import test from 'node:test';
import { findStep, keyStepNumbers } from './key-steps.ts';
import { scheduleSchema } from './schedule.ts';

const schedule = scheduleSchema.parse({
  format: 1,
  provenance: { python: '3.14.2', program: '0'.repeat(16), recorder: '0'.repeat(16), machine: {} },
  ends: { how: 'returns' },
  lanes: [{ name: 'program', kind: 'thread', born: 0, ended: 4, how: 'returned' }],
  resources: [],
  steps: [
    { kind: 'line', at: 0, lane: 0, line: 1 },
    { kind: 'print', at: 0, lane: 0, line: 2, text: 'a\n', stream: 'stdout' },
    { kind: 'print', at: 5e5, lane: 0, line: 2, text: 'b\n', stream: 'stdout' },
    { kind: 'print', at: 5e5, lane: 0, line: 3, text: 'c\n', stream: 'stdout' },
    { kind: 'end', at: 5e5, lane: 0, how: 'returned' },
  ],
});

const messageOf = (act: () => unknown) => {
  try {
    act();
  } catch (error) {
    return (error as Error).message;
  }
  return 'found';
};

test('a step is found by its lane, kind and line', () => {
  assert.equal(findStep(schedule, { lane: 'program', kind: 'print', line: 3 }), 3);
});

test('of several that fit, the count names one', () => {
  assert.equal(findStep(schedule, { lane: 'program', kind: 'print', line: 2, count: 2 }), 2);
});

test('a pattern that fits twice lists what it could mean', () => {
  assert.equal(
    messageOf(() => findStep(schedule, { lane: 'program', kind: 'print', line: 2 })),
    [
      '"program, print, line 2" fits 2 times. Add `count:` with the one that is meant. Candidates:',
      '  step 1 at 0 s: { kind: print, line: 2, count: 1 }',
      '  step 2 at 0.5 s: { kind: print, line: 2, count: 2 }',
    ].join('\n'),
  );
});

test('a pattern that fits nothing lists the steps of its kind', () => {
  assert.equal(
    messageOf(() => findStep(schedule, { lane: 'program', kind: 'line', line: 9 })),
    'no step fits "program, line, line 9". Candidates:\n  step 0 at 0 s: { kind: line, line: 1 }',
  );
});

test('a count that is too high is answered with how many there are', () => {
  const pattern = { lane: 'program', kind: 'print', line: 3, count: 2 } as const;
  assert.match(
    messageOf(() => findStep(schedule, pattern)),
    /^"program, print, line 3" fits 1 times, not 2\./,
  );
});

test('a lane that is not there is answered with those that are', () => {
  assert.equal(
    messageOf(() => findStep(schedule, { lane: 'main', kind: 'print' })),
    'there is no lane `main`. The lanes are `program`.',
  );
});

test('key steps are found by slug, and the one that is wrong is named', () => {
  const good = {
    slug: 'the-end',
    when: { lane: 'program', kind: 'end' },
    says: 'It ends here.',
  } as const;
  const bad = {
    slug: 'lost',
    when: { lane: 'program', kind: 'wait' },
    says: 'It never waits.',
  } as const;
  assert.deepEqual(keyStepNumbers(schedule, [good]), { 'the-end': 4 });
  assert.match(
    messageOf(() => keyStepNumbers(schedule, [good, bad])),
    /^Key step `lost`: no step fits/,
  );
});
