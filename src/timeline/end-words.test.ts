import assert from 'node:assert/strict';
import test from 'node:test';
import { endWords, endWordsOnPhone } from './end-words.ts';
import { recording } from './fixtures.ts';
import { layoutStrip } from './strip.ts';

const NAMES = 0.08;
const laneOf = (example: string, name: string) => {
  const schedule = recording(example);
  const lane = layoutStrip(schedule).lanes.find((one) => one.name === name);
  assert.ok(lane, `${example} has no ${name}`);
  return [schedule, lane] as const;
};
const plain = (words: string) => words.replaceAll('\u00a0', ' ');

test('who was kept waiting for too short a time for words on a bar has them at its end', () => {
  const [schedule, fetch] = laneOf('hog-takes-breaks', 'fetch');
  assert.deepEqual(endWords(schedule, fetch, 'w', NAMES).map(plain), [
    'done, kept waiting 0.016 s',
    'done',
  ]);
  assert.equal(plain(endWordsOnPhone(schedule, fetch, NAMES)), 'done, kept waiting 0.016 s');
});

test('what a bar says is not said again at the end', () => {
  const [schedule, fetch] = laneOf('late-wake-up', 'fetch');
  assert.deepEqual(endWords(schedule, fetch, 'w', NAMES), ['done']);
});

test('when a lane ended is said on a phone where it was not at the edge', () => {
  const [schedule, early] = laneOf('three-sleepers', 'sleeper c');
  assert.equal(plain(endWordsOnPhone(schedule, early, NAMES)), 'done at 1.0 s');
  const [, last] = laneOf('three-sleepers', 'sleeper b');
  assert.equal(endWordsOnPhone(schedule, last, NAMES), 'done');
});

test('who did not end has no word', () => {
  const [schedule, lane] = laneOf('queue-full', 'main');
  const pending = { ...lane, end: { ...lane.end, how: 'pending' as const } };
  assert.deepEqual(endWords(schedule, pending, 'w', NAMES), []);
});
