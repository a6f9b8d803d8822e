import assert from 'node:assert/strict';
import { test } from 'node:test';
import { momentIn } from './address.ts';

test('a moment belongs to the figure whose whole id stands before it', () => {
  assert.equal(momentIn('#five-await--first-wait', 'five-await'), 'first-wait');
  assert.equal(momentIn('#five-await--vs--five-tasks--left-first-wait', 'five-await'), undefined);
  assert.equal(
    momentIn('#five-await--vs--five-tasks--left-first-wait', 'five-await--vs--five-tasks'),
    'left-first-wait',
  );
});

test('a figure without a moment, and what is no address of a figure, name none', () => {
  assert.equal(momentIn('#five-await', 'five-await'), undefined);
  assert.equal(momentIn('#five-await--', 'five-await'), undefined);
  assert.equal(momentIn('', 'five-await'), undefined);
});
