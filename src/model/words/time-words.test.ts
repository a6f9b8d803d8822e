import assert from 'node:assert/strict';
import test from 'node:test';
import { recording } from './fixtures.ts';
import { axisWords, timeWords, timeWordsFor } from './time-words.ts';

const SECOND = 1e6;
const words = (...seconds: number[]) => {
  const { full } = timeWordsFor(seconds.map((each) => Math.round(each * SECOND)));
  return seconds.map((each) => full(Math.round(each * SECOND)).replaceAll('\u00a0', ' '));
};

test('whole seconds are written with one decimal', () => {
  assert.deepEqual(words(0, 1, 3), ['0.0 s', '1.0 s', '3.0 s']);
});

test('a quarter of a second gives every time of its figure two decimals', () => {
  assert.deepEqual(words(0, 0.25, 1), ['0.00 s', '0.25 s', '1.00 s']);
});

test('a run of less than a tenth of a second is written in milliseconds', () => {
  assert.deepEqual(words(0, 0.005, 0.045), ['0 ms', '5 ms', '45 ms']);
});

test('from two minutes on, hours, minutes and seconds are told apart', () => {
  assert.deepEqual(words(0, 5, 60, 65, 120, 3655, 12 * 3600), [
    '0 s',
    '5 s',
    '1 min',
    '1 min 5 s',
    '2 min',
    '1 h 0 min 55 s',
    '12 h',
  ]);
});

test('no more than three decimals are written unless two instants would look alike', () => {
  assert.deepEqual(words(0, 1 / 3, 1), ['0.0 s', '0.3 s', '1.0 s']);
  assert.deepEqual(words(0.10001, 0.10002, 1), ['0.10001 s', '0.10002 s', '1.00000 s']);
});

test('a unit never parts from its number', () => {
  assert.equal(timeWordsFor([SECOND]).full(SECOND), '1.0\u00a0s');
  assert.equal(timeWordsFor([SECOND]).bare(SECOND), '1.0');
});

test('up to a fifth of a second milliseconds are for times that are no whole hundredths', () => {
  assert.deepEqual(words(0, 0.016, 0.15), ['0 ms', '16 ms', '150 ms']);
  assert.deepEqual(words(0, 0.05, 0.15), ['0.00 s', '0.05 s', '0.15 s']);
  assert.deepEqual(words(0, 0.016, 0.25), ['0.000 s', '0.016 s', '0.250 s']);
});

test('a timeout of minutes that nobody waited for does not make a run of a second one of minutes', () => {
  const { full } = timeWords(recording('requests-in-threads'));
  assert.equal(full(SECOND), '1.0\u00a0s');
  assert.equal(full(301 * SECOND), '5\u00a0min\u00a01.0\u00a0s');
});

test('numbers of an axis are not written alike', () => {
  const figure = timeWordsFor([0, 0.1 * SECOND]);
  const clocks = [0, 0.02, 0.04, 0.06, 0.08, 0.1].map((each) => each * SECOND);
  assert.ok(new Set(clocks.map(figure.bare)).size < clocks.length);
  const { bare } = axisWords(figure, clocks);
  assert.deepEqual(clocks.map(bare), ['0.00', '0.02', '0.04', '0.06', '0.08', '0.10']);
  const whole = [0, SECOND];
  assert.equal(axisWords(figure, whole), figure);
});
