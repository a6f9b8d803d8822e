import assert from 'node:assert/strict';
import { test } from 'node:test';
import { headingFaults } from './heading-faults.ts';

const at = (depth: number, id?: string, text = 'A ready task can still wait') => ({
  depth,
  id,
  text,
});

test('headings in order have no fault', () => {
  assert.deepEqual(headingFaults([at(2, 'a'), at(3, 'b'), at(2, 'c')]), []);
});

test('a heading without an id is told what to type', () => {
  const [fault] = headingFaults([at(2)]);
  assert.equal(fault?.problem, 'The heading “A ready task can still wait” has no id.');
  assert.match(
    fault?.cure ?? '',
    /^Type `## A ready task can still wait \{#a-ready-task-can-still\}`/,
  );
});

test('a level that is jumped over is named', () => {
  const [fault] = headingFaults([at(2, 'a'), at(4, 'b')]);
  assert.match(fault?.problem ?? '', /jumps from level 2 to 4/);
  assert.match(fault?.cure ?? '', /`### A ready/);
});

test('the first heading of a page is of level 2', () => {
  assert.match(headingFaults([at(3, 'a')])[0]?.problem ?? '', /jumps from level 1 to 3/);
  assert.match(headingFaults([at(1, 'a')])[0]?.problem ?? '', /second title/);
});

test('an id that stands twice, is taken by the frame or has odd letters is named', () => {
  assert.match(
    headingFaults([at(2, 'a'), at(2, 'a')])[0]?.problem ?? '',
    /Two headings have the id `a`/,
  );
  assert.match(headingFaults([at(2, 'content')])[0]?.cure ?? '', /frame uses it/);
  assert.match(headingFaults([at(2, 'A_b')])[0]?.cure ?? '', /`\{#a-b\}`/);
});
