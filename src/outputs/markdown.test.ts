import assert from 'node:assert/strict';
import { test } from 'node:test';
import { byTag, find, readHtml } from './html.ts';
import { markdownOf } from './markdown.ts';

function markdown(html: string): string {
  const body = find(readHtml(`<body>${html}</body>`), byTag('body'));
  assert.ok(body);
  return markdownOf(body, { link: (href) => (href.startsWith('/') ? `https://x${href}` : href) });
}

test('headings, words that are set off, links and lists', () => {
  assert.equal(
    markdown(
      '<nav>Menu</nav><h2 id="a">Who <em>waits</em>?</h2><a class="anchor" href="#a"></a>' +
        '<p>A <code>task</code> &lt;is&gt; <b>ready</b>, see <a href="/gil/">the  GIL</a>.</p>' +
        '<ol><li>one</li><li>two<ul><li>inner</li></ul></li></ol>',
    ),
    '## Who *waits*?\n\nA `task` \\<is\\> **ready**, see [the GIL](https://x/gil/).\n\n1. one\n2. two\n   - inner',
  );
});

test('code keeps its lines, its name and its language', () => {
  assert.equal(
    markdown(
      '<figure class="code" data-language="python"><figcaption class="code-title">a.py</figcaption>' +
        '<pre><code><span class="line">a = 1</span>\n<span class="line">  b</span>\n</code></pre></figure>',
    ),
    '*a.py*\n\n```python\na = 1\n  b\n```',
  );
  assert.match(markdown('<pre>```</pre>'), /^````\n```\n````$/);
});

test('a program and its cure are lines that go and come', () => {
  const item = (kind: string, line: string) =>
    `<li class="${kind}"><span class="mark">+</span><code>${line}</code></li>`;
  assert.equal(
    markdown(
      `<ol class="change">${item('same', 'a')}${item('same', '\u200b')}${item('gone', '  b')}${item('new', '  await b')}</ol>`,
    ),
    '```diff\n a\n\n-  b\n+  await b\n```',
  );
});

test('tables, callouts and terms', () => {
  assert.equal(
    markdown(
      '<table><thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><td>1|2</td><td></td></tr></tbody></table>',
    ),
    '| a | b |\n| --- | --- |\n| 1\\|2 |  |',
  );
  assert.equal(
    markdown(
      '<div class="callout" aria-label="Note"><p class="callout-name">Note</p><div><p>One.</p><p>Two.</p></div></div>',
    ),
    '> **Note**\n>\n> One.\n>\n> Two.',
  );
  assert.equal(markdown('<dl><dt>GIL</dt><dd>A lock.</dd></dl>'), '**GIL**\n\nA lock.');
});

test('a replay is told in words, with its program and its moments', () => {
  const figure =
    '<replay-figure id="two"><figure><figcaption>Two wait</figcaption><a class="replay-link" href="#two">Link</a>' +
    '<p class="replay-total"><strong>1.0 s</strong> in all</p><div role="img" aria-label="Both wait."><svg><text>no</text></svg></div>' +
    '<div class="program"><ol><li><code>import asyncio</code></li><li><code>  x</code><span class="line-tag">waits here</span></li></ol></div>' +
    '<p class="sentence">At rest.</p><button>Play</button><ol class="key-steps"><li id="two--a"><a href="#two--a">0.0 s</a><span>It <b>starts</b>.</span></li></ol></figure></replay-figure>';
  assert.equal(
    markdown(figure),
    '**Figure: Two wait** ([replay it](#two))\n\n**1.0 s** in all\n\nBoth wait.\n\nAt rest.\n\n' +
      '```python\nimport asyncio\n  x\n```\n\n1. [0.0 s](#two--a): It **starts**.',
  );
});
