import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse } from 'yaml';
import { parsePageMap, type PageMap } from '#links/page-map.ts';
import { planPage } from '#tools/page-template.ts';

const map: PageMap = {
  chapters: [
    {
      slug: 'waiting-well',
      name: 'Waiting well',
      promise: 'Why.',
      shows: 'five-tasks',
      pages: [
        { slug: 'waiting', name: 'Waiting', title: 'Waiting' },
        { slug: 'cooperative', name: 'Taking turns', title: 'Taking turns: why' },
      ],
    },
  ],
  doors: [{ slug: 'search', name: 'Search', title: 'Search' }],
  questions: [],
};
const plan = (...words: string[]) => planPage(words, map, new Date('2026-11-21T12:00:00Z'));

test('a planned page goes to its chapter, with its title, place and day', () => {
  const { file, text } = plan('cooperative');
  assert.equal(file, 'content/pages/waiting-well/cooperative.mdx');
  const [, matter = '', body = ''] = text.split(/^---\n/m);
  const { title, order, updated } = parse(matter) as Record<string, unknown>;
  assert.deepEqual([title, order, updated], ['Taking turns: why', 2, '2026-11-21']);
  assert.match(body, /^\n## .* \{#[a-z-]+\}\n$/);
});

test('no name, two names, and a name that is no address are told what to type', () => {
  assert.throws(() => plan(), /One name is needed. .*npm run new:page event-loop/);
  assert.throws(() => plan('two', 'names'), /One name is needed/);
  for (const name of ['Event_Loop', 'a/b', '../x', 'a--b', '-a', 'é']) {
    assert.throws(() => plan(name), /cannot be an address.*Use small letters/, name);
  }
});

test('a page that is not planned is told the nearest, and the entry to add as the map takes it', () => {
  assert.throws(() => plan('waitin'), /nearest are: waiting/);
  const before = 'chapters:\n  - slug: a\n    name: A\n    promise: B.\n    shows: c\n    pages:\n';
  try {
    plan('waitin');
  } catch (problem) {
    assert.ok(problem instanceof Error);
    const entry = problem.message.slice(problem.message.indexOf('\n') + 1);
    const { chapters } = parsePageMap(`${before}${entry}\ndoors: []\nquestions: []\n`);
    assert.equal(chapters[0]?.pages[0]?.slug, 'waitin');
    return;
  }
  assert.fail('The page was planned.');
});

test('an address of the site itself is not a page to write', () => {
  assert.throws(() => plan('search'), /the site makes itself/);
});
