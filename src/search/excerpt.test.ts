import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bestMoment, excerptOf, marked, textDirective } from './excerpt.ts';

const keys = new Set(['cancel', 'task', 'tothread']);

test('words are marked in all their forms, neighbours together', () => {
  assert.deepEqual(marked('A cancelled task, cancelling.', keys), [
    { text: 'A ', marked: false },
    { text: 'cancelled task', marked: true },
    { text: ', ', marked: false },
    { text: 'cancelling', marked: true },
    { text: '.', marked: false },
  ]);
});

test('the pieces are the text, whatever it is', () => {
  for (const text of [
    '',
    'no such word',
    '<b>task</b>',
    'task',
    'a  task\ttask ',
    '🎉task🎉',
    'חוט task',
  ]) {
    assert.equal(
      marked(text, keys)
        .map((piece) => piece.text)
        .join(''),
      text,
    );
  }
});

test('an excerpt is taken where most of the words stand', () => {
  const text = `${'Nothing here. '.repeat(30)}\nFirst a task.\n${'Filler words stand here. '.repeat(12)}A task is cancelled in to_thread. ${'More. '.repeat(40)}`;
  const excerpt = excerptOf(text, keys);
  assert.match(excerpt.text, /A task is cancelled in to_thread/);
  assert.ok(excerpt.text.length <= 170);
  assert.ok(excerpt.cutBefore && excerpt.cutAfter);
});

test('an excerpt begins and ends with whole words', () => {
  const text = `${'abcdefghij '.repeat(40)}task ${'abcdefghij '.repeat(40)}`.trim();
  const { text: part } = excerptOf(text, keys);
  assert.match(part, /^abcdefghij .* task .*abcdefghij$/);
});

test('without a word to mark, it is the beginning', () => {
  assert.equal(excerptOf('One.\nTwo.', keys).text, 'One.');
  assert.equal(excerptOf('', keys).text, '');
  assert.equal(excerptOf('One.', keys).arrival, undefined);
});

test('the words to mark on arrival come with those around them', () => {
  const { arrival } = excerptOf('Then the worker-task is, at last, cancelled here.', keys);
  assert.deepEqual(arrival, { before: 'the worker-', words: 'task', after: 'is, at' });
  assert.equal(
    textDirective({ before: 'the one-', words: 'a task', after: 'is, at' }),
    ':~:text=the%20one%2D-,a%20task,-is%2C%20at',
  );
  assert.equal(textDirective({ before: '', words: 'task', after: '' }), ':~:text=task');
});

test('the moment that says most is gone to, if it says more than its example does', () => {
  const moments = [
    ['#a', 'A task.'],
    ['#b', 'The task is cancelled.'],
  ] as const;
  assert.deepEqual(bestMoment('A title', { text: 'A task.', moments }, keys), moments[1]);
  assert.equal(bestMoment('Cancelled', { text: 'A task.', moments }, keys), undefined);
  assert.equal(bestMoment('A title', { text: '', moments: [moments[0]] }, keys), undefined);
  assert.equal(bestMoment('A title', { text: 'A task.' }, keys), undefined);
});
