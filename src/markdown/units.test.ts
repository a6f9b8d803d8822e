import assert from 'node:assert/strict';
import { test } from 'node:test';
import { markdownToHtml } from 'satteri';
import { units } from './units.ts';

const html = async (page: string) =>
  (await markdownToHtml(page, { hastPlugins: [units] })).html.trim();

test('a unit does not part from its number', async () => {
  assert.equal(
    await html('It adds 5 s, 15.6 ms or 40 %.'),
    '<p>It adds 5\u00a0s, 15.6\u00a0ms or 40\u00a0%.</p>',
  );
});

test('words that begin like a unit, and code, are left alone', async () => {
  assert.equal(await html('3 sleeps, `5 s`'), '<p>3 sleeps, <code>5 s</code></p>');
});
