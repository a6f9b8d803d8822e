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
      shows: 'five-tasks',
      pages: [
        { slug: 'a', name: 'A', title: 'A and more' },
        { slug: 'b', name: 'B', title: 'B and more' },
      ],
    },
    {
      slug: 'two',
      name: 'Two',
      promise: 'Second.',
      shows: 'five-tasks',
      pages: [{ slug: 'c', name: 'C', title: 'C and more' }],
    },
  ],
  doors: [],
  questions: [],
};
const written = [
  { slug: 'c', chapter: 'two', order: 1, title: 'C at length' },
  { slug: 'b', chapter: 'one', order: 2, title: 'B at length' },
  { slug: 'new', chapter: 'two', order: 2, title: 'New' },
];

test('planned and written pages stand in one order, with names', () => {
  const [one, two] = chaptersOf(map, written);
  assert.deepEqual(one?.pages, [
    { slug: 'a', name: 'A', title: 'A and more', written: false },
    { slug: 'b', name: 'B', title: 'B at length', written: true },
  ]);
  assert.deepEqual(
    two?.pages.map(({ name }) => name),
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
