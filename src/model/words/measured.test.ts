import assert from 'node:assert/strict';
import { test } from 'node:test';
import { measuredSchema, measurementSchema } from '../measurement.ts';
import { conditionsOf, measuredWords, quartiles, times, writerFor } from './measured.ts';
import { UnknownValue } from './values.ts';

const measurement = measurementSchema.parse({
  title: 'Two jobs',
  says: 'How long two jobs take in two ways.',
  home: 'cpu-and-io',
  series: {
    one: { says: 'one alone', unit: 's' },
    two: { says: 'two at once', unit: 's' },
    room: { says: 'memory of one', unit: 'bytes' },
  },
});
const about = { system: 'Linux', cores: 2, load: 0.4, date: '2026-11-21' } as const;
const script = { script: 'measure.py', hash: '0123456789abcdef' };
const measured = measuredSchema.parse({
  runs: [
    {
      ...script,
      ...about,
      interpreter: 'CPython 3.11.7',
      series: { one: [1, 1, 1, 1, 1], two: [3, 3, 3, 3, 3] },
    },
    {
      ...script,
      ...about,
      interpreter: 'CPython 3.13.0',
      series: {
        one: [0.01, 0.012, 0.011, 0.5, 0.0105],
        two: [0.022, 0.021, 0.023, 0.022, 0.9],
        room: [2048, 2048, 2048, 2048, 2048],
      },
    },
    { ...script, ...about, interpreter: 'Node 26.10.0', printed: ['a begins', 'a ends'] },
  ],
});
const ask = (value: string, on?: string) => measuredWords('jobs', measurement, measured, value, on);

test('a figure is the median, so that one sample that was disturbed does not count', () => {
  const { figure, spread, conditions } = ask('one', '3.13');
  assert.equal(figure, '11\u00a0ms');
  assert.equal(spread, 'middle half of 5 samples: 11 to 12\u00a0ms');
  assert.equal(conditions, 'CPython 3.13.0, 2 cores, Linux, 21\u00a0November 2026');
});

test('two series of a unit make a ratio of medians', () => {
  assert.equal(ask('two/one', '3.13').figure, '2.0\u00a0times');
  assert.equal(ask('two/one', '3.11').figure, '3.0\u00a0times');
  assert.throws(() => ask('room/one', '3.13'), UnknownValue);
});

test('what was printed is there as a whole and line by line', () => {
  assert.equal(ask('output').figure, 'a begins\na ends');
  assert.equal(ask('output.2', 'Node').figure, 'a ends');
  assert.equal(
    ask('conditions', 'Node').figure,
    'Node 26.10.0, 2 cores, Linux, 21\u00a0November 2026',
  );
});

test('a value that is not there is answered with those that are', () => {
  assert.throws(
    () => ask('three', '3.11'),
    (error) =>
      error instanceof UnknownValue &&
      error.message === '`three` is no figure of the measurement `jobs` on CPython 3.11.7.' &&
      error.hint.startsWith('Use one of: one, two, two/one, conditions'),
  );
  assert.throws(
    () => ask('one', '3.1'),
    (error) =>
      error instanceof UnknownValue &&
      error.hint.startsWith('Use one of: 3.11.7, 3.13.0, 26.10.0. Or run `npm run measure jobs`'),
  );
});

test('a machine that had more to do than cores says so', () => {
  const [run] = measured.runs;
  assert.ok(run);
  assert.match(conditionsOf({ ...run, load: 7.5 }), /2 cores, while other programs kept them busy/);
});

test('quartiles lie between samples where none is in the middle', () => {
  assert.deepEqual(quartiles([4, 1, 3, 2]), { low: 1.75, middle: 2.5, high: 3.25 });
});

test('figures have two digits that count, in the size that suits them', () => {
  assert.equal(writerFor('s', 2.5e-6)(2.54e-6), '2.5\u00a0µs');
  assert.equal(writerFor('bytes', 3e7)(31_457_280), '30\u00a0MiB');
  assert.equal(writerFor('per second', 4321)(4321), '4,300\u00a0per second');
  assert.equal(times(0.98), '0.98\u00a0times');
  assert.equal(times(2), '2.0\u00a0times');
});
