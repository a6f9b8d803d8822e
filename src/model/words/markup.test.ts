import assert from 'node:assert/strict';
import test from 'node:test';
import { code, markupToHtml, plain } from './markup.ts';

test('lanes and code become elements, and everything else is escaped', () => {
  assert.equal(
    markupToHtml('**<w> 1** prints `a < b & "c"` & more'),
    '<b>&#60;w&#62; 1</b> prints <code>a &#60; b &#38; &#34;c&#34;</code> &#38; more',
  );
});

test('a word of code that holds a hyphen stays whole, and nothing else is put into a box', () => {
  assert.equal(
    markupToHtml('`ss -ltnp` or `a - b[-1]`'),
    '<code>ss <span class="whole">-ltnp</span></code> or <code>a - b[-1]</code>',
  );
});

test('plain text has no marks', () => {
  assert.equal(
    plain('**work 1** reaches `await asyncio.sleep(1)`.'),
    'work 1 reaches await asyncio.sleep(1).',
  );
});

test('code that holds backticks, stars or line breaks stays code', () => {
  for (const text of ['a `b` c', '**kwargs', '2 ** 3 ** 4', "'`'"]) {
    assert.equal(plain(code(text)), text);
    assert.equal(markupToHtml(code(text)).startsWith('<code>'), true);
  }
  assert.equal(plain(code('a\nb')), 'a\\nb');
});
