import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, describe, test } from 'node:test';
import { policy } from '#tools/checks/page-rules.ts';
import { walk } from '#tools/checks/walk.ts';

const parent = mkdtempSync(join(tmpdir(), 'interleave-'));
after(() => rmSync(parent, { recursive: true }));

const site = 'https://docs.example.com';
const page = (body: string, head = '') => `<html lang="en"><head>
<meta http-equiv="Content-Security-Policy" content="${policy}"><title>A page</title>
<link rel="stylesheet" href="/docs/_astro/a.css">${head}</head><body><h1 id="title">A page</h1>${body}</body></html>`;

const whole: Readonly<Record<string, string>> = {
  'index.html': page('<a href="/docs/gil/#title">gil</a><a href="https://python.org/">Python</a>'),
  'gil/index.html': page(
    '<a href="../">home</a><a href="#title">up</a><img src="../a.svg" alt="">',
  ),
  '404.html': page('', '<meta name="robots" content="noindex">'),
  '_astro/a.css': '@font-face { src: url(/docs/_astro/a.woff2) }',
  '_astro/a.woff2': '',
  '_astro/a.js': 'import{x}from"./b.js";const y=()=>import("./b.js")',
  '_astro/b.js': '',
  'a.svg': '<svg><use href="#a"/><rect id="a"/></svg>',
  _headers: '/*\n  X-Content-Type-Options: nosniff\n',
  'sitemap.xml': `<loc>${site}/docs/</loc><loc>${site}/docs/gil/</loc>`,
  'robots.txt': `Sitemap: ${site}/docs/sitemap.xml\n`,
};

/** What the walk says of the whole site with some files changed; null takes a file away. */
async function details(changes: Readonly<Record<string, string | null>>, origin?: string) {
  const folder = mkdtempSync(join(parent, 'site-'));
  for (const [file, text] of Object.entries({ ...whole, ...changes })) {
    if (text === null) continue;
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  const outcome = await walk(folder, origin);
  assert.equal(outcome.failed === 0, outcome.details === '');
  return outcome.details ?? '';
}

test('a whole site passes', async () => {
  assert.equal(await details({}, site), '');
});

describe('references that lead nowhere', () => {
  const cases: [name: string, file: string, text: string, said: RegExp][] = [
    [
      'a page',
      'index.html',
      page('<a href="/docs/gli/">x</a>'),
      /<a href="\/docs\/gli\/"> leads to .* not there. The nearest: \/docs\/gil\//,
    ],
    [
      'a page without its slash',
      'index.html',
      page('<a href="/docs/gil">x</a>'),
      /A page has "\/" at its end/,
    ],
    [
      'a fragment',
      'index.html',
      page('<a href="/docs/gil/#wher">x</a>'),
      /#wher, which is not on \/docs\/gil\/. The nearest: #title$/m,
    ],
    [
      'a fragment of the page itself',
      'index.html',
      page('<a href="#x">x</a>'),
      /#x, which is not on \/docs\//,
    ],
    [
      'a path outside of the base',
      'index.html',
      page('<a href="/gil/">x</a>'),
      /outside of \/docs\/. Put the base before it/,
    ],
    ['a picture', 'index.html', page('<img src="b.png" alt="">'), /b.png, which is not there/],
    [
      'a picture of a set',
      'index.html',
      page('<img srcset="a.svg 1x, b.png 2x" alt="">'),
      /b.png, which is not there/,
    ],
    ['a script', 'index.html', page('<script src="c.js"></script>'), /c.js, which is not there/],
    [
      'a preview picture',
      'index.html',
      page('', `<meta property="og:image" content="${site}/docs/og.png">`),
      /og.png, which is not there/,
    ],
    [
      'a canonical page',
      'index.html',
      page('', `<link rel="canonical" href="${site}/docs/x/">`),
      /x\/, which is not there/,
    ],
    [
      'a form',
      'index.html',
      page('<form action="/docs/find/"></form>'),
      /find\/, which is not there/,
    ],
    [
      'a font of a stylesheet',
      '_astro/a.css',
      'a { src: url("b.woff2") }',
      /^ {2}_astro\/a.css: .*b.woff2/m,
    ],
    ['an import of a script', '_astro/a.js', 'import"./c.js"', /^ {2}_astro\/a.js: .*c.js/m],
    ['a late import of a script', '_astro/a.js', 'import("./c.js")', /c.js, which is not there/],
    [
      'a page of the sitemap',
      'sitemap.xml',
      `${whole['sitemap.xml']}<loc>${site}/docs/x/</loc>`,
      /sitemap.xml: .*x\//,
    ],
    [
      'the sitemap of robots.txt',
      'robots.txt',
      `Sitemap: ${site}/sitemap.xml`,
      /robots.txt: .*outside of/,
    ],
  ];
  for (const [name, file, text, said] of cases) {
    test(name, async () => assert.match(await details({ [file]: text }, site), said));
  }
});

describe('what is loaded from another site', () => {
  test('is a fault, while a link to it is none', async () => {
    const picture = page('<img src="https://cdn.example.net/a.png" alt="">');
    assert.match(await details({ 'index.html': picture }, site), /loads from cdn.example.net/);
    const link = page('<a href="https://cdn.example.net/a.png">a</a>');
    assert.equal(await details({ 'index.html': link }, site), '');
  });
});

describe('absolute addresses', () => {
  const bare = { 'sitemap.xml': null, 'robots.txt': 'User-agent: *\n' };

  test('without SITE there are none', async () => {
    assert.equal(await details(bare), '');
    assert.match(await details({ ...bare, 'sitemap.xml': '' }), /although SITE was not set/);
    const canonical = page('', '<link rel="canonical" href="/docs/">');
    assert.match(await details({ ...bare, 'index.html': canonical }), /a canonical although SITE/);
  });

  test('with SITE the sitemap holds every page that is not kept from search', async () => {
    assert.match(await details(bare, site), /sitemap.xml: It is missing although SITE was set/);
    const short = { 'sitemap.xml': `<loc>${site}/docs/</loc>` };
    assert.match(await details(short, site), /\/docs\/gil\/: It is not in sitemap.xml/);
  });
});

test('headers that would reach embeds are refused, and so is their absence', async () => {
  const header = '/*\n  X-Frame-Options: DENY\n';
  assert.match(await details({ _headers: header }, site), /sends x-frame-options/);
  assert.match(await details({ _headers: null }, site), /_headers: It is missing/);
});
