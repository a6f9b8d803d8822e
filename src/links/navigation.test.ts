import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chaptersOf, neighbours } from './navigation.ts';
import type { PageMap } from './page-map.ts';

const map: PageMap = {
  chapters: [
    {
      slug: 'one',
      name: 'One',
      promise: 'First.',
      pages: [
        { slug: 'a', title: 'A' },
        { slug: 'b', title: 'B' },
      ],
    },
    { slug: 'two', name: 'Two', promise: 'Second.', pages: [{ slug: 'c', title: 'C' }] },
  ],
  doors: [],
  questions: [],
};
const written = [
  { slug: 'c', chapter: 'two', order: 1, title: 'C at length' },
  { slug: 'b', chapter: 'one', order: 2, title: 'B at length' },
  { slug: 'new', chapter: 'two', order: 2, title: 'New' },
];

test('planned and written pages stand in one order, with short names', () => {
  const [one, two] = chaptersOf(map, written);
  assert.deepEqual(one?.pages, [
    { slug: 'a', title: 'A', written: false },
    { slug: 'b', title: 'B', written: true },
  ]);
  assert.deepEqual(
    two?.pages.map(({ title }) => title),
    ['C', 'New'],
  );
});

test('neighbours are written pages, across chapters', () => {
  const { previous, next } = neighbours(chaptersOf(map, written), 'c');
  assert.equal(previous?.slug, 'b');
  assert.equal(next?.slug, 'new');
  assert.equal(neighbours(chaptersOf(map, written), 'b').previous, undefined);
});

test('a page outside the order has no neighbours', () => {
  assert.deepEqual(neighbours(chaptersOf(map, written), 'x'), {
    previous: undefined,
    next: undefined,
  });
});
