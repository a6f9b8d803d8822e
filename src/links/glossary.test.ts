import assert from 'node:assert/strict';
import { test } from 'node:test';
import { byLetter, parseGlossary } from './glossary.ts';

const slugs = new Set(['', 'gil', 'event-loop']);
const gil = `
- id: gil
  term: GIL
  says: The lock that a thread holds while it executes Python.
  see: []
  page: /gil/#lock
`;
const loop = `
- id: event-loop
  term: event loop
  says: It picks the next ready task and runs it up to its next pause.
  see: [gil]
  page: /event-loop/
`;
const parse = (text: string) => parseGlossary(text, slugs);

test('terms stand under their letters, small or capital', () => {
  const letters = byLetter(parse(gil + loop)).map(([letter, terms]) => [letter, terms[0]?.id]);
  assert.deepEqual(letters, [
    ['E', 'event-loop'],
    ['G', 'gil'],
  ]);
  const under = parse(gil.replace('term: GIL', "term: '__await__'"));
  assert.equal(byLetter(under)[0]?.[0], 'A');
});

test('a term that refers to none is named with the nearest', () => {
  assert.throws(
    () => parse(gil.replace('[]', '[event-lop]') + loop),
    /content\/glossary\.yaml:.*`gil` refers to `event-lop`, which is no term\. The nearest are `event-loop`/s,
  );
  assert.throws(() => parse(gil.replace('[]', '[gil]')), /refers to itself/);
});

test('an id that is given twice, a page outside the map and a misspelt key are named', () => {
  assert.throws(() => parse(gil + gil), /The id `gil` is given twice/);
  assert.throws(() => parse(gil.replace('/gil/', '/gill/')), /`\/gill\/#lock`, .* pages are `gil`/);
  assert.throws(() => parse(gil.replace('says:', 'say:')), /say/);
  assert.throws(() => parse(gil.replace('/gil/#lock', '/gil')), /with both slashes/);
});
