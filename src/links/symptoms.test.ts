import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseSymptoms } from './symptoms.ts';

const slugs = new Set(['mistakes', 'errors/never-awaited']);
const moments = (example: string) => (example === 'report-blocks' ? ['heart-stops'] : undefined);
const parse = (text: string) => parseSymptoms(text, slugs, moments);
const frozen = `
- id: heartbeat-stops
  see: The heartbeat stops
  about: silence
  means: Something holds the loop, and nobody else gets a turn.
  causes:
    - cause: A blocking call in an async function
      tell: It comes back when the call is over.
      page: /mistakes/#blocking
      shows: report-blocks/heart-stops
`;

test('an entry leads to a page and shows a moment', () => {
  assert.equal(parse(frozen)[0]?.causes[0]?.shows, 'report-blocks/heart-stops');
});

for (const [what, text, message] of [
  ['an id given twice', frozen + frozen, /The id `heartbeat-stops` is given twice/],
  [
    'a page that is not there',
    frozen.replace('/mistakes/', '/mistake/'),
    /nearest pages are `mistakes`/,
  ],
  ['an example that is not there', frozen.replace('report-', 'reports-'), /no such example/],
  ['a key step that is not there', frozen.replace('/heart-', '/heat-'), /Use one of: heart-stops/],
] as const)
  test(`refused: ${what}`, () => {
    assert.throws(() => parse(text), message);
  });
