import assert from 'node:assert/strict';
import test from 'node:test';
import { coverOf, traitsOf } from './cover.ts';

test('what a style sheet can tell elements apart by', () => {
  const traits = traitsOf('<p class="a b">text <svg role="img" style="color:red;--x: 1"/></p>');
  assert.deepEqual(
    [...traits],
    [
      'p',
      'p[class]',
      'p.a',
      'p.b',
      'svg',
      'svg[role]',
      'svg[role=img]',
      'svg[style]',
      'svg{color}',
      'svg{--x}',
    ],
  );
});

test('few pages are chosen that have between them all that any has', () => {
  const pages = new Map([
    ['plain', new Set(['p'])],
    ['code', new Set(['p', 'pre'])],
    ['table', new Set(['p', 'table'])],
    ['both', new Set(['p', 'pre', 'table'])],
    ['rare', new Set(['p', 'video'])],
  ]);
  assert.deepEqual([...coverOf(pages)], ['both', 'rare']);
});
