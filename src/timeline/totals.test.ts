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

/** Whether a class says that something is to be seen at a size. */
const isAt = (at: string | undefined, size: SizeName) =>
  at !== undefined && (at === '' || at.replace('at-', '').includes(size));

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
      const { svg, untold } = drawTotals({
        total,
        less: ['48\u00a0ms less:', because],
        end,
        names,
      });
      for (const size of ['w', 'm', 'n'] as const) {
        const [first, second, ...more] = wordsAt(svg, size, names);
        assert.ok(first && more.length === 0);
        assert.equal(second === undefined, isAt(untold, size), `${size}: the reason stands once`);
        if (!second) continue;
        assert.ok(second.text.endsWith(because), size);
        assert.ok(first.right + 8 < second.left, `${size}: "${first.text}", "${second.text}"`);
        assert.ok(second.right <= stripWidth(size, names) + 60, size);
      }
    });

  test('the difference ends with its own part of the line, where that ends before the axis', () => {
    const total = ['0.132\u00a0s', ['until fetch is done']] as const;
    const less = ['0.290\u00a0s less:', 'in a break'] as const;
    const drawn = drawTotals({ total, less, end: 0.1, longer: 0.678, names });
    const [, second] = wordsAt(drawn.svg, 'w', names);
    assert.ok(second);
    assert.ok(Math.abs(second.right - 0.678 * stripWidth('w', names)) < 1, second.text);
  });

  test('what a total says beside itself stands below where the line has no room for it', () => {
    const drawn = (because: string) =>
      drawTotals({
        total: ['2.0\u00a0s', [`in all, the same: ${because}`, 'in all']],
        end: 1,
        names,
      });
    const short = drawn('main waits');
    assert.equal(short.untold, 'at-n');
    const long = drawn('each of the two waits for the one before');
    assert.equal(long.untold, 'at-mn');
    for (const { svg } of [short, long])
      assert.match(wordsAt(svg, 'n', names)[0]?.text ?? '', /in all$/);
  });
});
