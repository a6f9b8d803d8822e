import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { NavigationChapter } from './navigation.ts';
import { topicsOf } from './gallery.ts';

const page = (slug: string) => ({ slug, name: slug, title: slug, written: true });
const chapters: NavigationChapter[] = [
  { number: 1, slug: 'one', name: 'One', promise: '.', shows: 'a', pages: ['x', 'y'].map(page) },
  { number: 2, slug: 'two', name: 'Two', promise: '.', shows: 'a', pages: [page('z')] },
];
const shown = (name: string, home: string, against?: string) => ({ name, home, against });

test('topics stand in the order of the course, and contrasts side by side', () => {
  const topics = topicsOf(chapters, [
    shown('a', 'z', 'c'),
    shown('b', 'z'),
    shown('c', 'z', 'a'),
    shown('d', 'x', 'a'),
  ]);
  const read = topics.map(({ page, examples }) => [page.slug, ...examples.map(({ name }) => name)]);
  assert.deepEqual(read, [
    ['x', 'd'],
    ['z', 'a', 'c', 'b'],
  ]);
});

test('an example of a page that is not in the map is named', () => {
  assert.throws(
    () => topicsOf(chapters, [shown('a', 'w')]),
    /examples\/a\/example\.yaml: `home: w`/,
  );
});
