import assert from 'node:assert/strict';
import test from 'node:test';
import { figuresIn, figuresOfPages } from './figure-ids.ts';

const ids = (text: string) => figuresIn(text, 'a.mdx').map(({ id }) => id);

test('a figure has the id that it is given, or that of what it shows', () => {
  const page = `<Replay example="five-tasks" />
<Replay example="five-tasks" id="once-more" lanes="main, loop" />
<Compare
  left="five-await"
  right="five-tasks"
  because="a > b"
/>`;
  assert.deepEqual(ids(page), ['five-tasks', 'once-more', 'five-await--vs--five-tasks']);
});

test('tags in code are no figures', () => {
  assert.deepEqual(ids('```mdx\n<Replay example="a" />\n```\nand `<Replay example="b" />`'), []);
});

test('no two figures of the site share an id', () => {
  const all = figuresOfPages().map(({ id, page }) => `${id} (${page})`);
  const seen = figuresOfPages().map(({ id }) => id);
  assert.deepEqual(
    all.filter((_, i) => seen.indexOf(seen[i] ?? '') !== i),
    [],
  );
});
