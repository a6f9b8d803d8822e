import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { drawTotals } from './draw-totals.ts';
import { elementsOf } from './drawn.ts';
import { namesPart, stripWidth, textWidth, type SizeName } from './fit.ts';

/** Words over the dimension line of a comparison, at every size: as wide as they are written. */
function wordsAt(markup: string, size: SizeName, names: number) {
  const width = stripWidth(size, names);
  return [...elementsOf(markup, width)].flatMap(({ tag, attributes, text }) => {
    const name = attributes.get('class') ?? '';
    const at = /\bat-(\w+)/.exec(name)?.[1];
    if (tag !== 'text' || (at !== undefined && !at.includes(size))) return [];
    const heavy = /^.*?less:?|^\S+\s\S+/.exec(text)?.[0] ?? text;
    const wide = textWidth(heavy, 25) + textWidth(text.slice(heavy.length), 17);
    const place = (parseFloat(attributes.get('x') ?? '0') / 100) * width;
    const left = name.includes('total-end') ? place - wide : place + 5;
    return [{ text, left, right: left + wide }];
  });
}

describe('the totals of a comparison', () => {
  const names = namesPart(['program', 'count Ada']);
  for (const [end, because] of [
    [1 / 3, 'the three waits overlap'],
    [0.515, 'the same program, modeled without the GIL'],
    [0.05, 'all hundred wait at the same time'],
    [0.97, 'one of them needs a moment less than the other'],
  ] as const)
    test(`never touch: the shorter ends at ${end}, "${because}"`, () => {
      const total = ['51\u00a0ms', ['in all']] as const;
      const drawn = drawTotals({ total, less: ['48\u00a0ms less:', because], end, names });
      for (const size of ['w', 'm'] as const) {
        const [first, second, ...more] = wordsAt(drawn, size, names);
        assert.ok(first && second && more.length === 0);
        assert.ok(first.right + 8 < second.left, `${size}: "${first.text}", "${second.text}"`);
        assert.ok(second.right <= stripWidth(size, names) + 60, size);
      }
    });

  test('the difference ends with its own part of the line, where that ends before the axis', () => {
    const total = ['0.132\u00a0s', ['until fetch is done']] as const;
    const less = ['0.290\u00a0s less:', 'it comes in during a break'] as const;
    const drawn = drawTotals({ total, less, end: 0.212, longer: 0.678, names });
    const [, second] = wordsAt(drawn, 'm', names);
    assert.ok(second);
    assert.ok(Math.abs(second.right - 0.678 * stripWidth('m', names)) < 1, second.text);
  });
});
