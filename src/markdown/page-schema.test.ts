import assert from 'node:assert/strict';
import { test } from 'node:test';
import { z } from 'zod';
import { pageSchema } from './page-schema.ts';

const page = {
  title: 'The GIL',
  description: 'x'.repeat(120),
  lede: 'One at a time.',
  order: 1,
  keywords: ['gil'],
  asks: ['What is the GIL?'],
  sources: [],
  updated: '2026-11-21',
};
const faults = (change: object): string => {
  const result = pageSchema.safeParse({ ...page, ...change });
  return result.success ? '' : z.prettifyError(result.error);
};

test('a whole front matter passes', () => assert.equal(faults({}), ''));

test('every key that is missing says what to write', () => {
  for (const key of Object.keys(page)) {
    assert.match(faults({ [key]: undefined }), new RegExp(`Write .*\\n.*at ${key}$`), key);
  }
});

test('a key that is empty says what to write', () => {
  assert.match(faults({ lede: '' }), /Write `lede:`/);
  assert.match(faults({ asks: [] }), /Write `asks:`/);
  assert.match(faults({ updated: 'soon' }), /Write `updated:`/);
});

test('a misspelt key is named', () => {
  assert.match(faults({ ask: ['Why?'] }), /Delete `ask:`, or spell it as one of: `title:`, `desc/);
});

test('a description of the wrong length is told its length and the right one', () => {
  assert.match(faults({ description: 'Short.' }), /has 6 characters\. Write 110 to 155/);
});
