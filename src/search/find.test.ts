import assert from 'node:assert/strict';
import { test } from 'node:test';
import { smallIndex, smallSite } from './fixtures.ts';
import { find } from './find.ts';
import type { Entry } from './made/entry.ts';
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
  // Its ending is not cut as that of `threading` is.
  assert.ok(first('threding')?.startsWith('/pools/'));
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
  const same = [
    ['throttle', 'rate limit', 'semaphore'],
    ['raised', 'counts'],
  ];
  const known = smallIndex(smallSite, synonymKeys({ same, elsewhere: {} }));
  assert.deepEqual(ask('throttle'), []);
  assert.equal(first('throttle', known), '/limits/#semaphore');
  assert.equal(first('rate limit', known)?.startsWith('/limits/'), true);
  assert.equal(first('raised', known), '/cancel/#finally');
  assert.ok(ask('raised', known).includes('/limits/#semaphore'));
});

test('a word from elsewhere finds what is said here for it, its phrase as a whole first', () => {
  const elsewhere = { 'bounded queue': ['semaphore'], fiber: ['executor'] };
  const known = smallIndex(smallSite, synonymKeys({ same: [], elsewhere }));
  assert.equal(first('bounded queue'), '/limits/#queue');
  assert.equal(first('bounded queue', known), '/limits/#semaphore');
  assert.deepEqual(ask('fibers'), []);
  assert.equal(first('fibers', known), '/topics/#executor');
  // Only one way: whoever asks for what is said here does not mean it.
  assert.deepEqual(ask('executor', known), ask('executor'));
});

const message: Entry = {
  kind: 'error',
  page: 'pools',
  also: ['limits'],
  address: '/errors/full/',
  title: 'QueueFull: the queue of the pool is full',
  texts: ['It holds no more.'],
};

test('a message in its own words comes first, on the page that explains it', () => {
  const known = smallIndex([...smallSite, message]);
  assert.equal(first('QueueFull: the queue of the pool is full', known), message.address);
  assert.equal(first('queue', known), '/limits/#queue');
});

test('a message counts for each page that explains it, and is shown below the first', () => {
  const says = (page: string): Entry => {
    return { kind: 'page', page, address: `/${page}/`, title: page, texts: ['The pool is full.'] };
  };
  const answers = (also: readonly string[]) => {
    const known = smallIndex([says('one'), says('two'), { ...message, also }]);
    return find(known, 'the queue of the pool is full').answers.map(({ page, entries }) => [
      page.slug,
      ...entries.map((entry) => known.entries[entry]?.kind),
    ]);
  };
  const [first, ...others] = [
    ['pools', 'error'],
    ['one', 'page'],
    ['two', 'page'],
  ];
  assert.deepEqual(answers([]), [first, ...others]);
  assert.deepEqual(answers(['two']), [first, ...others.toReversed()]);
});

test('a symptom is shown below the best of its pages, below another only when it has nothing else', () => {
  const symptom = (page: string): Entry => {
    return { kind: 'symptom', page, address: '/symptoms/#full', title: 'It overflows', texts: [] };
  };
  const shown = (sites: readonly Entry[]): string[] =>
    ask('the queue overflows', smallIndex(sites));
  const both = shown([...smallSite, symptom('limits'), symptom('pools')]);
  assert.deepEqual(
    both.filter((address) => address === '/symptoms/#full'),
    ['/symptoms/#full', '/symptoms/#full'],
  );
  const queues = { ...symptom('pools'), address: '/pools/#queue', title: 'A queue in a pool' };
  const once = shown([...smallSite, symptom('limits'), symptom('pools'), queues]);
  assert.equal(once.filter((address) => address === '/symptoms/#full').length, 1);
});

test('of a phrase that was not typed, no single word is marked', () => {
  const same = [['throttle', 'blocking calls', 'semaphore']];
  const { keys } = find(smallIndex(smallSite, synonymKeys({ same, elsewhere: {} })), 'throttle');
  assert.deepEqual([...keys], ['semaphor']);
});

test('what is about it all over comes before what says it once', () => {
  const section = (page: string, i: number, title: string, text: string): Entry => {
    return { kind: 'section', page, address: `/${page}/#${i}`, title, texts: [text] };
  };
  const many = [1, 2, 3, 4].map((i) => section('all', i, `Part ${i}`, 'A barrier waits.'));
  const one = [
    section('once', 0, 'Aside', 'A barrier waits.'),
    ...[1, 2, 3].map((i) => section('once', i, `Piece ${i}`, 'Nothing of that.')),
  ];
  const known = smallIndex([...one, ...many]);
  assert.equal(find(known, 'barrier').answers[0]?.page.slug, 'all');
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
