import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AnswerFault, shuffled, wrongAnswers } from './offered.ts';

const right = '5.0\u00a0s';
const hint = (text: string, answer = right) => {
  try {
    wrongAnswers(text, answer);
  } catch (error) {
    return error instanceof AnswerFault ? `${error.message} ${error.hint}` : '';
  }
  return '';
};

test('wrong answers stand with commas or bars between them', () => {
  assert.deepEqual(wrongAnswers('1.0 s, 10.0 s', right), ['1.0\u00a0s', '10.0\u00a0s']);
  assert.deepEqual(wrongAnswers('b, a, c | c, b, a', 'a, b, c'), ['b, a, c', 'c, b, a']);
});

test('a wrong answer that is the right one is refused', () => {
  assert.match(hint('1.0 s, 5.0 s'), /is the right one.*taken from the recording/);
});

test('too many, none and the same twice are refused', () => {
  assert.match(hint('1 s, 2 s, 3 s, 4 s'), /holds 4 answers. Give one to three/);
  assert.match(hint('1 s, '), /holds 1 answers/);
  assert.match(hint('1 s, 1 s'), /`1\u00a0s` twice/);
});

test('the order of answers is the same in every build, and not always the same', () => {
  const answers = ['5.0 s', '1.0 s', '10.0 s'];
  assert.deepEqual(shuffled('five-await', answers), shuffled('five-await', [...answers].reverse()));
  const firsts = new Set(
    ['five-await', 'five-tasks', 'timeout', 'shield', 'a', 'b', 'c', 'd'].map(
      (name) => shuffled(name, answers)[0],
    ),
  );
  assert.equal(firsts.size, 3);
});
