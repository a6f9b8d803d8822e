import assert from 'node:assert/strict';
import { test } from 'node:test';
import { joined, keysOf, meaningOf, writtenWords } from './words.ts';

const texts = (text: string) => writtenWords(text).map((word) => word.text);

test('names of code stay whole, all else separates', () => {
  assert.deepEqual(texts('Use asyncio.to_thread(f), or 3.14’s "async for".'), [
    'Use',
    'asyncio.to_thread',
    'f',
    'or',
    '3.14’s',
    'async',
    'for',
  ]);
});

test('a word knows where it stands', () => {
  const [, second] = writtenWords('an await!');
  assert.deepEqual(second, { text: 'await', from: 3, to: 8 });
});

test('dots, underscores and humps are looked up split and whole', () => {
  assert.deepEqual(keysOf('asyncio.to_thread'), {
    whole: ['asynciotothread', 'tothread'],
    parts: ['asyncio', 'to', 'thread'],
  });
  assert.deepEqual(keysOf('BoundedSemaphore'), {
    whole: ['boundedsemaphor'],
    parts: ['bound', 'semaphor'],
  });
  assert.deepEqual(keysOf('run_in_executor').whole, ['runinexecutor']);
  assert.deepEqual(keysOf('HTTPServer').parts, ['http', 'server']);
});

test('a dunder is more than its word', () => {
  assert.deepEqual(keysOf('__aenter__'), { whole: ['__aenter__'], parts: ['aenter'] });
});

test('I/O is one word, as IO is', () => {
  assert.deepEqual(texts('I/O-bound, i/o, a/b'), ['I/O', 'bound', 'i/o', 'a', 'b']);
  assert.deepEqual(keysOf('I/O'), keysOf('IO'));
});

test('a text means its words, each once, without those that carry nothing', () => {
  assert.deepEqual(meaningOf('What is a task? A Task is to_thread.'), [
    'task',
    'tothread',
    'thread',
  ]);
});

test('a version stays whole', () => {
  assert.deepEqual(keysOf('3.14'), { whole: [], parts: ['3.14'] });
});

test('case, accents and a possessive do not matter', () => {
  assert.deepEqual(keysOf('Await'), keysOf('await'));
  assert.deepEqual(keysOf('task’s').parts, ['task']);
  assert.deepEqual(keysOf('Café').parts, ['cafe']);
});

test('words that may be written together have one key', () => {
  const key = joined('task', 'groups');
  assert.equal(key, keysOf('TaskGroup').whole[0]);
  assert.equal(joined('wait', 'for'), keysOf('wait_for').whole[0]);
  assert.equal(joined('time', 'sleep'), keysOf('time.sleep').whole[0]);
});

test('what has no letters and digits, or is no word any more, has no words', () => {
  assert.deepEqual(texts('?! … ---- ___ 🎉🎉 <>'), []);
  assert.deepEqual(texts('a'.repeat(1000)), []);
});

test('other scripts are words too', () => {
  assert.deepEqual(texts('חוט event לולאה'), ['חוט', 'event', 'לולאה']);
});
