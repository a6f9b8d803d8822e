import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gather, gatherProgram } from '#model/words/fixtures.ts';
import { chosenLanes, chosenLines, openedStep } from './choices.ts';

const asked = { name: 'sleepers', page: '/waiting/' };
const program = gatherProgram.join('\n');

test('lanes are shown in the order in which they are named', () => {
  assert.deepEqual(chosenLanes(gather(), 'work 2, main,loop', asked), [5, 2, 1]);
  assert.equal(chosenLanes(gather(), undefined, asked), undefined);
});

test('an unknown lane lists those that there are', () => {
  assert.throws(() => chosenLanes(gather(), 'main, worker', asked), {
    message: 'The page /waiting/ shows the lane `worker` of `sleepers`, which it does not have.',
    hint: 'Use some of: program, loop, main, work 0, work 1, work 2.',
  });
});

test('lines are single ones and ranges, shown in the order of the program', () => {
  assert.deepEqual(chosenLines(program, '12, 3-5', asked), [3, 4, 5, 12]);
  assert.equal(chosenLines(program, undefined, asked).length, 15);
});

test('a line that is not there is named', () => {
  for (const lines of ['3-16', '0', '5-3', 'three', '3,'])
    assert.throws(() => chosenLines(program, lines, asked), {
      hint: 'Its lines are 1 to 15. Type the ones that you want: lines="1-4, 15".',
    });
});

test('an unknown key step lists those that there are', () => {
  assert.equal(openedStep({ 'first-wait': 7 }, 'first-wait', asked), 7);
  assert.throws(() => openedStep({ 'first-wait': 7 }, 'fist-wait', asked), {
    hint: 'Use one of: first-wait. Or add it under `steps:` in content/examples/sleepers/example.yaml.',
  });
});
