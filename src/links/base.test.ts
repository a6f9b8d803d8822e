import assert from 'node:assert/strict';
import { test } from 'node:test';
import { normaliseBase, underBase } from './base.ts';

test('every form of a base becomes the one with a slash on both sides', () => {
  for (const form of ['team/docs', '/team/docs', 'team/docs/', '/team/docs/', ' //team//docs// ']) {
    assert.equal(normaliseBase(form), '/team/docs/');
  }
});

test('no base, an empty one and a lone slash are the root', () => {
  for (const form of [undefined, '', ' ', '/']) assert.equal(normaliseBase(form), '/');
});

test('a path keeps its query and its fragment under a base', () => {
  assert.equal(underBase('/team/docs/', '/gather/#order'), '/team/docs/gather/#order');
  assert.equal(underBase('/', '/search/?q=a'), '/search/?q=a');
});
