import assert from 'node:assert/strict';
import { test } from 'node:test';
import { blocksOf, finishedPage, hasClass, hasId, textOf } from './finished-page.ts';

const blocks = (html: string) => {
  const page = finishedPage(`<main id="x">${html}</main>`);
  const main = page.element(hasId('x'));
  assert.ok(main);
  return blocksOf(main).map(({ kind, text }) => `${kind}: ${text}`);
};

test('paragraphs, cells and headings stand apart; what is inside of them does not', () => {
  assert.deepEqual(
    blocks(
      '<h2 id="a">A <code>b</code></h2><p>One\n two <em>three</em>.</p><table><tr><td>1</td><td>2</td></tr></table>',
    ),
    ['heading: A b', 'text: One two three.', 'text: 1', 'text: 2'],
  );
});

test('code keeps its lines', () => {
  assert.deepEqual(blocks('<pre><code><span>a = 1</span>\n<span>b()</span></code></pre>'), [
    'code: a = 1\nb()',
  ]);
});

test('a program become another is code, line by line', () => {
  assert.deepEqual(
    blocks(
      '<ol class="change"><li><span>−</span><code>a()</code></li><li><code>b()</code></li></ol>',
    ),
    ['code: a()\nb()'],
  );
});

test('of a figure there is the caption, and nothing of what moves', () => {
  assert.deepEqual(
    blocks(
      '<p>Before.</p><replay-figure><figcaption>The claim</figcaption><ol><li>step</li></ol></replay-figure><button>Play</button><script>x</script><svg><text>t</text></svg>',
    ),
    ['text: Before.', 'text: The claim'],
  );
});

test('what names other pages is not the text of a page', () => {
  assert.deepEqual(
    blocks(
      '<p>Text.</p><p class="explained">Explained in <a href="/">A page</a>.</p><section class="sources"><h2 id="s">Sources</h2></section>',
    ),
    ['text: Text.'],
  );
});

test('an element is found by what it is, and within another', () => {
  const page = finishedPage('<div id="one"><p class="a b">1</p></div><p class="b">2</p>');
  const one = page.element(hasId('one'));
  assert.ok(one);
  const inside = page.inside(one, hasClass('b'));
  assert.ok(inside);
  assert.equal(textOf(inside), '1');
  assert.equal(page.elements(hasClass('b')).length, 2);
  assert.equal(page.element(hasId('none')), undefined);
});
