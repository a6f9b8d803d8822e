import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { parsePageMap, promisedSlugs } from './page-map.ts';

const text = `
chapters:
  - slug: one
    name: One
    promise: What it gives.
    shows: five-tasks
    pages:
      - { slug: gil, name: GIL, title: The GIL }
doors: [{ slug: search, name: Search, title: Search }]
questions: []
`;

test('the map of this site holds six chapters, and more pages than it had once', () => {
  const map = parsePageMap(readFileSync('content/chapters.yaml', 'utf8'));
  assert.equal(map.chapters.length, 6);
  assert.ok(map.chapters.flatMap((chapter) => chapter.pages).length >= 33);
});

test('promised addresses are pages and doors', () => {
  assert.deepEqual(promisedSlugs(parsePageMap(text)), ['gil', 'search']);
});

test('a page that stands in the map twice is named', () => {
  assert.throws(
    () => parsePageMap(text.replace('slug: search', 'slug: gil')),
    /`gil` stands in the map twice/,
  );
});

test('a question about a page outside the map is named', () => {
  const asked = text.replace('questions: []', 'questions: [{ ask: Why?, page: gill }]');
  assert.throws(() => parsePageMap(asked), /the page `gill`, which is not in the map/);
});

test('a misspelt key is named', () => {
  assert.throws(() => parsePageMap(text.replace('promise:', 'promiss:')), /promiss/);
});

test('a page without a name, or with one that is too long, is told what to write', () => {
  const page = '{ slug: gil, name: GIL, title: The GIL }';
  const told = (entry: string, what: RegExp) =>
    assert.throws(() => parsePageMap(text.replace(page, entry)), what);
  told('{ slug: gil, title: The GIL }', /Write `name:`, what the navigation calls the page/);
  told('{ slug: gil, name: GIL }', /Write `title:`/);
  told(`{ slug: gil, name: ${'g'.repeat(26)}, title: The GIL }`, /room for a `name:` of 25/);
});

test('a colon without quotes names file and line, and the cure', () => {
  assert.throws(
    () => parsePageMap(text.replace('title: The GIL', 'title: The GIL: what')),
    /^Error: content\/chapters\.yaml, line 8: .*quotes: title: 'Threads: when'/,
  );
});
