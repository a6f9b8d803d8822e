import assert from 'node:assert/strict';
import { test } from 'node:test';
import { smallIndex, smallSite } from '../fixtures.ts';
import type { Entry } from '../made/entry.ts';
import { notFirst } from './own-words.ts';

const error = (address: string, title: string): Entry => {
  return { kind: 'error', page: 'cancel', address, title, texts: [] };
};

test('a message that finds another one first is named', () => {
  const one = error('/errors/full/', 'QueueFull: no room');
  assert.deepEqual(notFirst(smallIndex([...smallSite, one])), []);
  const same = error('/errors/other/', 'QueueFull: no room');
  assert.deepEqual(notFirst(smallIndex([...smallSite, one, same])), [
    '“QueueFull: no room” is /errors/other/, and /errors/full/ came first.',
  ]);
});
