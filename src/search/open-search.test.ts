import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openSearch } from './open-search.ts';

test('browsers and wikis are told the address of a search, with a name that is short enough', () => {
  const xml = openSearch('Interleave', (path) => `https://docs.example.com/python${path}`);
  assert.match(xml, /template="https:\/\/docs\.example\.com\/python\/search\/\?q=\{searchTerms\}"/);
  assert.ok((/<ShortName>(.+)<\/ShortName>/.exec(xml)?.[1]?.length ?? 99) <= 16);
});
