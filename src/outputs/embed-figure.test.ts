import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pageFrom } from './built-pages.ts';
import { embedFigure, embedPart } from './embed-figure.ts';
import { embedded } from './embeds.ts';
import type { BuiltFigure } from './figures.ts';
import { byTag, find } from './html.ts';

const html =
  '<main><h1>Page</h1><replay-figure id="a"><figure><div class="replay-head"><figcaption>Claim</figcaption><a class="replay-link" href="#a">Link</a></div>' +
  '<div class="switches"><span class="positions"><label><input type="radio"></label><a href="/docs/examples/a/n-2/" aria-current="page">2</a></span></div>' +
  '<p class="sentence">At rest.</p><ol class="key-steps"><li id="a--x"><a href="#a--x">0.0 s</a></li></ol><details class="inspect"><a href="/docs/s.json">all</a></details></figure></replay-figure></main>';

function figureOn(path: string): BuiltFigure {
  const page = pageFrom(`${path}index.html`, html);
  const element = find(page.main, byTag('replay-figure'));
  assert.ok(element);
  const none = {
    claim: '',
    total: ['', ''],
    rest: '',
    runs: [],
    moments: [],
    places: [],
    lines: 0,
  } as const;
  return { id: 'a', kind: 'replay', page, element, ...none };
}
const links = {
  link: (href: string) => `https://x${href}`,
  embedOf: (href: string) => href.replace('examples', 'embed'),
};

test('switches lead to embeds, other links out of the frame, moments stay', () => {
  assert.equal(
    embedFigure(figureOn('p/'), links),
    '<replay-figure id="a"><figure><div class="replay-head"><figcaption>Claim</figcaption></div>' +
      '<div class="switches"><span class="positions"><a href="/docs/embed/a/n-2/" aria-current="page">2</a></span></div>' +
      '<p class="sentence">At rest.</p><ol class="key-steps"><li id="a--x"><a href="#a--x">0.0 s</a></li></ol>' +
      '<details class="inspect"><a href="https://x/docs/s.json" target="_blank" rel="noopener">all</a></details></figure></replay-figure>',
  );
});

test('a page about a moment says its sentence and leaves the table to the article', () => {
  const moment = { slug: 'x', step: 3, clock: '0.0 s', says: 'It <starts>.' };
  const out = embedFigure(figureOn('p/'), links, moment);
  assert.match(out, /<p class="sentence"><b>0\.0 s<\/b> It &lt;starts&gt;\.<\/p>/);
  assert.ok(!out.includes('inspect'));
  assert.equal(embedPart(figureOn('p/'), 'no-such-part', links), '');
});

test('a figure is at home on its article, and each combination has an embed of its own', () => {
  const all = embedded(['examples/a/', 'article/', 'examples/a/n-2/'].map(figureOn));
  assert.deepEqual(
    all.map(({ name, figure }) => `${name} on ${figure.page.path}`),
    ['a on /article/', 'a/n-2 on /examples/a/n-2/'],
  );
});
