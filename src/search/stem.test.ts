import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stem } from './stem.ts';

test('the forms of a word have one stem', () => {
  for (const forms of [
    'cancel cancels cancelled canceled cancelling cancellation cancelation',
    'block blocks blocked blocking',
    'schedule schedules scheduling scheduler scheduled',
    'process processes processing processed',
    'concurrent concurrency concurrently',
    'call calls called calling',
    'queue queues queued',
    'await awaits awaited awaiting awaitable',
    'parallel parallelism',
    'retrieve retrieves retrieved',
  ]) {
    assert.equal(new Set(forms.split(' ').map(stem)).size, 1, forms);
  }
});

test('other words have other stems', () => {
  for (const pair of ['run runner', 'thread threat', 'loop loose', 'wait waiver', 'lock look']) {
    assert.equal(new Set(pair.split(' ').map(stem)).size, 2, pair);
  }
});

test('short words and what is no English word stay as they are', () => {
  for (const word of ['gil', 'io', '3.14', '__aenter__', 'as_is', 'חוטים', '']) {
    assert.equal(stem(word), word);
  }
});
