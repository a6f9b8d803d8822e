import assert from 'node:assert/strict';
import { test } from 'node:test';
import { markdownToHtml } from 'satteri';
import { longNames, partsOfName } from './long-names.ts';

test('a long name has places to break at, and none that leaves a letter or two', () => {
  assert.deepEqual(partsOfName('asyncio.open_connection'), ['asyncio.', 'open_', 'connection']);
  assert.deepEqual(partsOfName('create_task(fetch())'), ['create_', 'task(', 'fetch())']);
  assert.deepEqual(partsOfName('InvalidStateError: Result is not set.'), [
    'Invalid',
    'State',
    'Error: Result is not set.',
  ]);
  assert.deepEqual(partsOfName('__await__'), ['__await__']);
  assert.deepEqual(partsOfName('time.sleep(1)'), ['time.', 'sleep(1)']);
});

test('names break in the cells behind the first, and nowhere else', async () => {
  const page = 'See `asyncio.sleep`.\n\n| a | b |\n|---|---|\n| `asyncio.run` | `asyncio.wait` |';
  const { html } = await markdownToHtml(page, { hastPlugins: [longNames] });
  assert.match(html, /See <code>asyncio.sleep<\/code>/);
  assert.match(html, /<code>asyncio.run<\/code>/);
  assert.match(html, /<code>asyncio.<wbr ?\/?>wait<\/code>/);
});
