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

test('the map of this site holds six chapters and 33 pages', () => {
  const map = parsePageMap(readFileSync('content/chapters.yaml', 'utf8'));
  assert.equal(map.chapters.length, 6);
  assert.equal(map.chapters.flatMap((chapter) => chapter.pages).length, 33);
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
