import assert from 'node:assert/strict';
import { test } from 'node:test';
import { smallIndex, smallSite } from './fixtures.ts';
import { find } from './find.ts';
import { synonymKeys } from './made/synonyms.ts';

const index = smallIndex();
/** The addresses found, best first. */
const ask = (question: string, of = index): string[] =>
  find(of, question).answers.flatMap(({ entries }) =>
    entries.map((entry) => of.entries[entry]?.address ?? ''),
  );
const first = (question: string, of = index): string | undefined => ask(question, of)[0];

test('a name is found whole, split, in any case, and as words', () => {
  for (const asked of [
    'asyncio.to_thread',
    'to_thread',
    'TO_THREAD',
    'to thread',
    'asyncio to thread',
  ])
    assert.equal(first(asked), '/pools/#to-thread', asked);
  for (const asked of ['run_in_executor', 'run in executor', 'loop.run_in_executor'])
    assert.equal(first(asked), '/pools/#to-thread', asked);
  for (const asked of ['BoundedSemaphore', 'bounded semaphore', 'boundedsemaphore'])
    assert.equal(first(asked), '/limits/#semaphore', asked);
});

test('a word is found by its beginning while it is typed, and by its other forms', () => {
  for (const asked of ['sema', 'semaph', 'semaphores'])
    assert.equal(first(asked), '/limits/#semaphore', asked);
  assert.ok(ask('cancelling').includes('/cancel/'));
});

test('one typo in a short word, two in a long one', () => {
  for (const asked of ['semaphor', 'semahpore', 'semmaphre', 'BoundedSemafore'])
    assert.equal(first(asked), '/limits/#semaphore', asked);
  assert.equal(first('quue'), '/limits/#queue');
  assert.deepEqual(ask('qxxue'), []);
});

test('words that only questions have are left aside', () => {
  assert.deepEqual(ask('what is the semaphore?'), ask('semaphore'));
  assert.deepEqual(ask('what is this?'), []);
});

test('who has all that is asked comes before who has a part of it', () => {
  assert.equal(first('CancelledError raised in finally'), '/cancel/#finally');
});

test('an example is found by what its key steps say', () => {
  const { answers } = find(index, 'strikes inside finally');
  assert.equal(answers[0]?.page.slug, 'cancel');
  assert.ok(ask('strikes inside finally').includes('/examples/cancel-in-finally/'));
});

test('what readers ask is searched and belongs to the page', () => {
  assert.equal(first('downloads'), '/limits/');
});

test('a synonym is found, after what says the word itself', () => {
  const synonyms = synonymKeys([
    ['throttle', 'rate limit', 'semaphore'],
    ['raised', 'calls'],
  ]);
  const known = smallIndex(smallSite, synonyms);
  assert.deepEqual(ask('throttle'), []);
  assert.equal(first('throttle', known), '/limits/#semaphore');
  assert.equal(first('rate limit', known)?.startsWith('/limits/'), true);
  assert.equal(first('raised', known), '/cancel/#finally');
  assert.ok(ask('raised', known).includes('/limits/'));
});

test('a pasted traceback is asked by its message', () => {
  const pasted = `Traceback (most recent call last):
  File "/srv/semaphore/queue.py", line 3, in limits
    await asyncio.to_thread(downloads)
asyncio.exceptions.CancelledError`;
  assert.equal(find(index, pasted).answers[0]?.page.slug, 'cancel');
});

test('whatever is typed, there is an answer, soon', () => {
  for (const asked of [
    '',
    '   ',
    '?!…---',
    '🎉🎉🎉',
    '<script>alert(1)</script>',
    '"; DROP TABLE',
    '\u0000\uFFFF\uD800',
    'חוט לולאה',
    'سلام',
    'constructor __proto__ toString hasOwnProperty',
    'x'.repeat(10_000),
    'semaphore '.repeat(1_000),
    '<'.repeat(10_000),
  ]) {
    const started = performance.now();
    assert.ok(Array.isArray(ask(asked)), asked.slice(0, 20));
    assert.ok(performance.now() - started < 500, asked.slice(0, 20));
  }
});
