import assert from 'node:assert/strict';
import test from 'node:test';
import { cancel, cancelProgram, gather, gatherProgram, recordings } from './fixtures.ts';
import { sentencesOf, stretchesOf } from './table.ts';

const all = ({ steps }: ReturnType<typeof gather>) => steps.map((_, n) => n);

test('a row is what one lane does while the clock stands still', () => {
  for (const { name, schedule } of recordings()) {
    const stretches = stretchesOf(schedule, all(schedule));
    assert.deepEqual(
      stretches.flatMap(({ steps }) => steps.map(({ step }) => step)),
      all(schedule),
      name,
    );
    for (const [i, { steps, time, lane }] of stretches.entries()) {
      const [first] = steps;
      assert.ok(first, name);
      for (const { step } of steps)
        assert.equal(schedule.steps[step]?.lane, schedule.steps[first.step]?.lane, name);
      const before = stretches[i - 1];
      assert.ok(before?.time !== time || before.lane !== lane, `${name}: ${time}, ${lane}`);
    }
  }
});

test('a step has the words of its sentence', () => {
  const schedule = cancel();
  const n = schedule.steps.findIndex(({ kind }) => kind === 'cancel');
  const [row] = stretchesOf(schedule, [n], cancelProgram);
  assert.equal(row?.lane, 'main');
  assert.deepEqual(row.steps, [
    {
      step: n,
      line: 12,
      what: 'asks for the cancellation of **job**',
      why: 'That is only a request: **job** learns of it in its own turn.',
    },
  ]);
});

test('of all steps, none says what stands beside it; of some, each says all that its sentence does', () => {
  const schedule = gather();
  const sentences = sentencesOf(schedule, gatherProgram);
  const whole = stretchesOf(schedule, all(schedule), gatherProgram).flatMap(({ steps }) => steps);
  const some = stretchesOf(schedule, all(schedule).slice(1), gatherProgram).flatMap(
    ({ steps }) => steps,
  );
  for (const { step, what, why } of some)
    assert.ok(sentences[step]?.endsWith([`${what}.`, why].filter(Boolean).join(' ')), what);
  const told = (steps: typeof whole) => steps.map(({ why }) => why).join(' ');
  for (const beside of [
    'None of its code has run yet.',
    'It is ready for its first turn.',
    'This is its first turn.',
    'is next in the ready queue.',
    'Its timer was due.',
    'The run took',
  ]) {
    assert.ok(told(some).includes(beside), beside);
    assert.ok(!told(whole).includes(beside), beside);
  }
  assert.match(told(whole), /All that \*\*main\*\* waited for is done\./);
});

test('a line is named where it is another than that of the step before in the row', () => {
  const schedule = gather();
  for (const { steps } of stretchesOf(schedule, all(schedule), gatherProgram)) {
    let now: number | undefined;
    for (const { step, line } of steps) {
      if (line !== '') assert.notEqual(line, now);
      now = line === '' ? now : line;
      const own = schedule.steps[step]?.line;
      if (own !== undefined) assert.equal(now, own);
    }
  }
});
