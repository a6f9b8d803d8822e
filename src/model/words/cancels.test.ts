import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { expandSchedule, type StoredSchedule } from '../stored.ts';
import { cancelWords } from './cancels.ts';

const wordsIn = (name: string) => {
  const file = readFileSync(`content/examples/${name}/schedule.json`, 'utf8');
  const schedule = expandSchedule(JSON.parse(file) as StoredSchedule);
  return schedule.steps.flatMap(({ kind }, n) =>
    kind === 'cancel' ? [cancelWords(schedule, n)[0]] : [],
  );
};

test('a task that cancels another is named', () => {
  assert.deepEqual(wordsIn('cancel-in-finally'), ['main calls cancel()', 'main calls cancel()']);
});

test('a timeout says whose it is, and what it passes on says from whom', () => {
  assert.deepEqual(wordsIn('cancel-through-with'), [
    'main’s timeout cancels it',
    'main’s cancel passes on',
  ]);
});

test('a task group and the end of asyncio.run are told from each other', () => {
  assert.deepEqual(wordsIn('taskgroup-error'), [
    'main’s task group cancels it',
    'its task group cancels it',
  ]);
  assert.ok(wordsIn('workers-and-jobs').includes('asyncio.run cancels it'));
});

test('a group that cancels several tasks at once is the one who cancels each', () => {
  assert.deepEqual(wordsIn('prices-refused'), [
    'main’s task group cancels it',
    'main’s task group cancels it',
    'its task group cancels it',
  ]);
});

test('who answers a signal is named, and the group that passes the request on in the turn of its task', () => {
  assert.deepEqual(wordsIn('prices-interrupted'), [
    'the handler of SIGINT cancels it',
    'main’s task group cancels it',
    'main’s task group cancels it',
    'main’s task group cancels it',
  ]);
});

test('a step that cancels nothing is refused', () => {
  const file = readFileSync('content/examples/five-tasks/schedule.json', 'utf8');
  const schedule = expandSchedule(JSON.parse(file) as StoredSchedule);
  assert.throws(() => cancelWords(schedule, 0), /cancels nothing/);
});
