import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pageFrom } from './built-pages.ts';
import { embedFigure } from './embed-figure.ts';
import { embedded } from './embeds.ts';
import type { BuiltFigure } from './figures.ts';
import { byTag, find } from './html.ts';

const html =
  '<main><h1>Page</h1><replay-figure id="a"><figure><div class="replay-head"><figcaption>Claim</figcaption><a class="replay-link" href="#a">Link</a></div>' +
  '<div class="switches"><span class="positions"><label><input type="radio"></label><a href="/docs/examples/a/n-2/" aria-current="page">2</a></span></div>' +
  '<div class="playhead" hidden><div></div></div><div class="lane" data-lane="0"></div><div class="lane" data-lane="1"></div>' +
  '<span class="plate step-plate" hidden></span><ol class="lines"><li value="1"></li><li value="2"></li></ol>' +
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
  embedOf: (href: string, slug?: string) =>
    href.replace('examples', 'embed') + (slug === undefined ? '' : `${slug}/`),
};

test('switches lead to embeds, other links out of the frame, moments stay', () => {
  assert.equal(
    embedFigure(figureOn('p/'), links).whole(),
    '<replay-figure id="a"><figure><div class="replay-head"><figcaption>Claim</figcaption></div>' +
      '<div class="switches"><span class="positions"><a href="/docs/embed/a/n-2/" aria-current="page">2</a></span></div>' +
      '<div class="playhead" hidden><div></div></div><div class="lane" data-lane="0"></div><div class="lane" data-lane="1"></div>' +
      '<span class="plate step-plate" hidden></span><ol class="lines"><li value="1"></li><li value="2"></li></ol>' +
      '<p class="sentence">At rest.</p><ol class="key-steps"><li id="a--x"><a href="#a--x">0.0 s</a></li></ol>' +
      '<details class="inspect"><a href="https://x/docs/s.json" target="_blank" rel="noopener">all</a></details></figure></replay-figure>',
  );
});

const standing = {
  slug: 'x',
  row: 'a--x',
  clock: '0.0 s',
  line: 2,
  lane: 1,
  inside: { sentence: 'It starts.', playhead: '<div>now</div>', 'step-plate': 'step 4' },
  styles: '',
};

test('a page about a moment shows it at rest, and leaves the table to the article', () => {
  const embed = embedFigure(figureOn('p/'), links);
  const out = embed.whole(standing);
  for (const part of [
    '<a href="/docs/embed/a/n-2/x/" aria-current="page">2</a>',
    '<p class="sentence">It starts.</p>',
    '<div class="playhead"><div>now</div></div>',
    '<span class="plate step-plate">step 4</span>',
    '<div class="lane" data-lane="0"></div><div class="lane present-lane" data-lane="1"></div>',
    '<li value="1"></li><li value="2" aria-current="step"></li>',
    '<li id="a--x" aria-current="step">',
  ])
    assert.ok(out.includes(part), `${part} is not in ${out}`);
  assert.ok(!out.includes('inspect'));
  assert.equal(embed.part('sentence', standing), '<p class="sentence">It starts.</p>');
  assert.equal(embed.part('no-such-part'), '');
});

test('a diagram leaves behind what copies it and what leads to it on its page', () => {
  const drawn =
    '<main><drawn-figure id="d"><div class="drawn-head"><a class="drawn-link" href="#d">Link</a></div><svg><a href="#d--1"></a></svg>' +
    '<p><a href="/docs/e/">Example</a></p><p class="drawn-copies"><a href="/docs/d.svg">Copy</a></p></drawn-figure></main>';
  const page = pageFrom('p/index.html', drawn);
  const element = find(page.main, byTag('drawn-figure'));
  assert.ok(element);
  assert.equal(
    embedFigure({ ...figureOn('p/'), kind: 'diagram', page, element }, links).whole(),
    '<drawn-figure id="d"><div class="drawn-head"></div><svg><a href="#d--1"></a></svg>' +
      '<p><a href="https://x/docs/e/" target="_blank" rel="noopener">Example</a></p></drawn-figure>',
  );
});

test('two figures of different kinds cannot have one embed', () => {
  const figures = [figureOn('p/'), { ...figureOn('q/'), kind: 'diagram' } as const];
  assert.throws(() => embedded(figures), /A replay and a diagram are both called a.*Rename one/);
});

test('a figure is at home on its article, and each combination has an embed of its own', () => {
  const all = embedded(['examples/a/', 'article/', 'examples/a/n-2/'].map(figureOn));
  assert.deepEqual(
    all.map(({ name, figure }) => `${name} on ${figure.page.path}`),
    ['a on /article/', 'a/n-2 on /examples/a/n-2/'],
  );
});
