import assert from 'node:assert/strict';
import test from 'node:test';
import { changesBetween } from './changes.ts';

/** Each line with its mark, as `diff -u` prints it. */
function told(before: string, after: string): string {
  const mark = { same: ' ', gone: '-', new: '+' };
  return changesBetween(before, after)
    .map(({ kind, line }) => mark[kind] + (kind === 'gone' ? before : after).split('\n')[line])
    .join('\n');
}

test('a changed line is one that goes and one that comes', () => {
  assert.equal(
    told('a\nsave(7)\nz\n', 'a\nawait save(7)\nz\n'),
    ' a\n-save(7)\n+await save(7)\n z',
  );
});

test('what both have stays, wherever lines come in or go', () => {
  assert.equal(told('a\nb\nc', 'x\na\nc\ny'), '+x\n a\n-b\n c\n+y');
  assert.equal(told('a', 'a'), ' a');
  assert.equal(told('', 'a'), '-\n+a');
});
