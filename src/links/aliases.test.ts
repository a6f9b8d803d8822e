import assert from 'node:assert/strict';
import { test } from 'node:test';
import { movesOf, parseAliases } from './aliases.ts';

const parse = (aliases: Record<string, string>) => parseAliases(JSON.stringify(aliases));

test('each kind of move is told apart', () => {
  const moves = movesOf(
    parse({
      '/loop/#a': '/event-loop/#b',
      '/loop/': '/event-loop/',
      '/gil/#lock': '/gil/#the-lock',
      '/gil/#threads': '/threads/#start',
      '/loop.md': '/event-loop.md',
    }),
  );
  assert.deepEqual(moves.pages.get('/loop/'), {
    to: '/event-loop/',
    sections: { a: '/event-loop/#b' },
  });
  assert.deepEqual(moves.renamed.get('/gil/'), [['lock', 'the-lock']]);
  assert.deepEqual(moves.left.get('/gil/'), [['threads', '/threads/#start']]);
  assert.deepEqual([...moves.files], [['/loop.md', '/event-loop.md']]);
});

test('chains, loops and what is no address are refused with their cure', () => {
  assert.throws(
    () => parse({ '/a/': '/b/', '/b/': '/c/' }),
    /`\/a\/` leads to `\/b\/`, which is an old address too. Let it lead to `\/c\/`/,
  );
  assert.throws(() => parse({ '/x/#a': '/b/#a', '/b/': '/c/' }), /on a page that moved to `\/c\/`/);
  assert.throws(() => parse({ '/a/': '/a/' }), /leads to itself/);
  assert.throws(() => parse({ '/a': '/b/' }), /`\/a` is no address/);
  assert.throws(() => parse({ '/a.svg': '/b/' }), /a file can only stand for a file/);
  assert.throws(() => parseAliases('{'), /aliases.json is no JSON/);
});
