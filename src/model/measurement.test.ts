import assert from 'node:assert/strict';
import { test } from 'node:test';
import { measuredFaults, measuredSchema, measurementSchema } from './measurement.ts';

const measurement = measurementSchema.parse({
  title: 'Two jobs',
  says: 'How long two jobs take in two ways.',
  home: 'cpu-and-io',
  series: {
    one: { says: 'one alone', unit: 's' },
    guests: { says: 'two guests', unit: 's', since: '3.13' },
  },
});
const run = {
  script: 'measure.py',
  hash: '0123456789abcdef',
  interpreter: 'CPython 3.12.1',
  system: 'Linux',
  cores: 2,
  load: 0.4,
  date: '2026-11-21',
  series: { one: [1, 2, 3, 4, 5] },
};
const hashes = new Map([['measure.py', '0123456789abcdef']]);
const faults = (changed: object, now = hashes) =>
  measuredFaults(measurement, measuredSchema.parse({ runs: [{ ...run, ...changed }] }), now);

test('a result fits while its script stands and each series is there from its Python on', () => {
  assert.deepEqual(faults({}), []);
  assert.deepEqual(faults({ interpreter: 'CPython 3.13.0' }), [
    'CPython 3.13.0 has no samples of `guests`',
  ]);
});

test('a changed script, a new one and a series that nobody tells of are found', () => {
  assert.deepEqual(faults({}, new Map([['measure.py', 'fedcba9876543210']])), [
    'measure.py has changed since it ran on CPython 3.12.1',
  ]);
  assert.deepEqual(faults({}, new Map([...hashes, ['program.js', '0123456789abcdef']])), [
    'program.js was never run',
  ]);
  assert.deepEqual(faults({ series: { one: [1, 2, 3, 4, 5], two: [1, 2, 3, 4, 5] } }), [
    'CPython 3.12.1 measured `two`, which measurement.yaml does not tell of',
  ]);
});

const refused = (changed: object) =>
  !measuredSchema.safeParse({ runs: [{ ...run, ...changed }] }).success;

test('the schema takes no path, no name of a machine, no handful of samples', () => {
  assert.ok(refused({ interpreter: '/usr/bin/python3' }));
  assert.ok(refused({ system: 'build-server-7' }));
  assert.ok(refused({ machine: 'somewhere' }));
  assert.ok(refused({ series: { one: [1, 2] } }));
  assert.ok(refused({ series: { one: [1, 2, 3, 4, -5] } }));
  assert.ok(refused({ series: undefined }));
  assert.ok(refused({ printed: ['also'] }));
  assert.ok(!refused({}));
});
