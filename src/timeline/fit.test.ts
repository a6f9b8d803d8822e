import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  firstThatFits,
  fitted,
  longestOf,
  namesPart,
  SIZES,
  stripWidth,
  textWidth,
} from './fit.ts';

test('a text is as wide as its letters, in proportion to its size', () => {
  assert.equal(textWidth('', 12), 0);
  assert.ok(Math.abs(textWidth('00', 10) - 13.2) < 1e-9);
  assert.ok(Math.abs(textWidth('wait', 25) - 2 * textWidth('wait', 12.5)) < 1e-9);
});

test('a letter that was never measured counts as one of middle width', () => {
  assert.ok(Math.abs(textWidth('ж', 100) - 56) < 1e-9);
});

test('the longest of texts is the widest, whatever its letters; of none it is empty', () => {
  assert.equal(longestOf(['iiiii', 'www', '']), 'www');
  assert.equal(longestOf([]), '');
});

describe('firstThatFits', () => {
  const wordings = ['waits for its timer', 'waits', 'w'];

  test('the longest wording that fits is taken, and a room of its own width is enough', () => {
    assert.equal(firstThatFits(wordings, 500, 12), 'waits for its timer');
    assert.equal(firstThatFits(wordings, textWidth('waits', 12), 12), 'waits');
    assert.equal(firstThatFits(wordings, textWidth('waits', 12) - 0.1, 12), 'w');
  });

  test('where none fits there are no words: they are never cut', () => {
    assert.equal(firstThatFits(wordings, 2, 12), undefined);
    assert.equal(firstThatFits([], 500, 12), undefined);
  });
});

describe('the gutter of names', () => {
  test('it is the narrowest that holds the longest name', () => {
    assert.equal(namesPart(['a', 'b']), 0.08);
    assert.equal(namesPart(['sleeper c']), 0.14);
    assert.equal(namesPart(['a', 'a name that is long']), 0.18);
  });

  test('it leaves the strip what is not names or ends, and on a phone all but a margin', () => {
    assert.ok(Math.abs(stripWidth('w', 0.1) - 688) < 1e-9);
    assert.ok(Math.abs(stripWidth('m', 0.1) - 448) < 1e-9);
    assert.equal(stripWidth('n', 0.1), 280);
    assert.equal(stripWidth('n', 0.18), 280);
  });
});

describe('fitted', () => {
  test('one wording for all sizes needs no sign of size', () => {
    assert.deepEqual(
      fitted(() => 'waits'),
      [{ value: 'waits', at: '' }],
    );
  });

  test('each other wording says at which sizes it is to be seen', () => {
    assert.deepEqual(
      fitted((size) => (size === 'n' ? 'waits' : 'waits for its timer')),
      [
        { value: 'waits for its timer', at: 'at-wm' },
        { value: 'waits', at: 'at-n' },
      ],
    );
  });

  test('a size at which nothing fits shows nothing', () => {
    assert.deepEqual(
      fitted((size) => (size === 'w' ? 'waits' : undefined)),
      [{ value: 'waits', at: 'at-w' }],
    );
  });

  test('sizes are asked from wide to narrow', () => {
    const asked: string[] = [];
    fitted((size) => void asked.push(size));
    assert.deepEqual(
      asked,
      SIZES.map(({ name }) => name),
    );
  });
});
