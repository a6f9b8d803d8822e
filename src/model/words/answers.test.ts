import assert from 'node:assert/strict';
import test from 'node:test';
import { answerOf, type Question } from './answers.ts';
import { gather } from './fixtures.ts';
import { UnknownValue } from './values.ts';

const schedule = gather();
const ask = (question: Question) => {
  const { right, step } = answerOf(schedule, question);
  const { kind, lane } = schedule.steps[step] ?? {};
  return [right.replaceAll('\u00a0', ' '), kind, schedule.lanes[lane ?? -1]?.name];
};

test('a total is decided by the last step, a lane’s values by its end', () => {
  assert.deepEqual(ask({ value: 'total' }), ['1.0 s', 'end', 'program']);
  assert.deepEqual(ask({ value: 'work-1.end' }), ['1.0 s', 'end', 'work 1']);
  assert.deepEqual(ask({ value: 'work-1.start' }), ['0.0 s', 'enter', 'work 1']);
});

test('what is printed is decided when it is printed', () => {
  assert.deepEqual(ask({ value: 'output.2' }), ['start 1', 'print', 'work 1']);
  const after = schedule.steps.findIndex(({ kind }) => kind === 'sleep');
  assert.deepEqual(ask({ value: 'next-print', after }), ['end 0', 'print', 'work 0']);
});

test('the order of ends is decided by the last of them', () => {
  assert.deepEqual(ask({ value: 'order', lanes: [2, 5, 3] }), [
    'work 0, work 2, main',
    'end',
    'main',
  ]);
});

test('what cannot be asked says what can', () => {
  const hint = (question: Question) => {
    try {
      answerOf(schedule, question);
    } catch (error) {
      return error instanceof UnknownValue ? error.hint : '';
    }
    return '';
  };
  assert.match(hint({ value: 'totl' }), /^Use one of: next-print, order, total, turns, program/);
  assert.match(hint({ value: 'next-print' }), /`after="slug"`/);
  assert.match(hint({ value: 'next-print', after: 9999 }), /^Name an earlier key step/);
  assert.match(hint({ value: 'order' }), /`lanes="work 1, work 2"`/);
});
