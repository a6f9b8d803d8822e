import assert from 'node:assert/strict';
import test from 'node:test';
import { cancel, gather } from './fixtures.ts';
import { fillTags, tagsIn, UnknownValue, valueNames, valueOf, type Recordings } from './values.ts';

const found = new Map([
  ['sleepers', gather()],
  ['blockers', gather(true)],
  ['cancel/nap-3', cancel()],
]);
const recordings: Recordings = { get: (name) => found.get(name), names: () => found.keys() };
const fill = (text: string) => fillTags(text, recordings).replaceAll('\u00a0', ' ');

test('a tag is replaced by what was recorded', () => {
  assert.equal(
    fill('It takes {sleepers.total}, not {blockers.total}.'),
    'It takes 1.0 s, not 3.0 s.',
  );
  assert.equal(fill('{cancel/nap-3.total} in {cancel/nap-3.turns} turns'), '1.2 s in 6 turns');
});

test('a lane has a start, an end and four totals', () => {
  const values = (lane: string) =>
    'start end running waiting kept-waiting blocked'
      .split(' ')
      .map((name) => valueOf(gather(true), `${lane}.${name}`)?.replace('\u00a0', ' '));
  assert.deepEqual(values('work-2'), ['2.0 s', '3.0 s', '0.0 s', '0.0 s', '2.0 s', '1.0 s']);
});

test('the difference of two examples is told without its sign', () => {
  assert.equal(fill('{sleepers--vs--blockers.difference} less'), '2.0 s less');
});

test('what was printed can be asked for, whole or by line', () => {
  assert.equal(valueOf(cancel(), 'output'), 'job was cancelled');
  assert.equal(valueOf(gather(), 'output.2'), 'start 1');
  assert.equal(valueOf(gather(), 'output.99'), undefined);
});

test('every name that is listed has a value', () => {
  for (const name of valueNames(gather()))
    assert.notEqual(valueOf(gather(), name), undefined, name);
});

test('a wrong value lists the right ones', () => {
  assert.throws(
    () => fill('{sleepers.totl}'),
    (error) =>
      error instanceof UnknownValue &&
      error.message ===
        '`{sleepers.totl}` asks for `totl`, which the recording of `sleepers` does not have.' &&
      error.hint.startsWith('Use one of: total, turns, program.start,'),
  );
});

test('a wrong example lists the combinations of its own, or all', () => {
  const hint = (text: string) => {
    try {
      fill(text);
    } catch (error) {
      return error instanceof UnknownValue ? error.hint : '';
    }
    return '';
  };
  assert.match(hint('{cancel/nap-4.total}'), /^Use one of: cancel\/nap-3\. /);
  assert.match(hint('{sleeprs.total}'), /^Use one of: sleepers, blockers, cancel\/nap-3\. /);
});

test('braces that hold no value of an example are left alone', () => {
  assert.deepEqual(tagsIn('f"{n}" and {sleepers.total} and {len(x)}'), ['sleepers.total']);
});

test('the total of one run of a grid', () => {
  const { provenance } = gather();
  const totals = { 'calls-1-limit-none': 200_000, 'calls-50-limit-5': 2_000_000 };
  const grid = { provenance, axes: { calls: [1, 50], limit: [null, 5] }, totals };
  const all = { get: () => undefined, names: () => [], grid: () => grid };
  assert.equal(fillTags('{many.grid.calls-50-limit-5}', all), '2.0\u00a0s');
  assert.throws(
    () => fillTags('{many.grid.calls-50}', all),
    (error) =>
      error instanceof UnknownValue &&
      error.hint === 'Use one of: grid.calls-1-limit-none, grid.calls-50-limit-5.',
  );
});
