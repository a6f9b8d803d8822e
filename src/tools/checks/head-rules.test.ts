import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { pageFrom as builtPage } from '#outputs/built-pages.ts';
import { withHeadTags } from '#outputs/head.ts';
import { encodePng } from '#outputs/png-encoder.ts';
import { pageFrom, type BuiltSite } from '#tools/checks/built-site.ts';
import { headFaults } from '#tools/checks/head-rules.ts';

const origin = 'https://docs.example';
const base = '/team/';
const plain =
  '<!doctype html><html lang="en"><head><title>The GIL · S</title><meta name="description" content="One thread runs.">' +
  '<meta property="og:title" content="The GIL"><meta property="og:description" content="One thread runs.">' +
  '<meta property="og:site_name" content="S"><meta property="og:type" content="article"><meta property="og:url" content="https://docs.example/team/gil/">' +
  '<link rel="canonical" href="https://docs.example/team/gil/"><link rel="alternate" type="text/markdown" href="/team/gil.md">' +
  '</head><body><main><nav class="breadcrumb"><ol><li><a href="/team/">Home</a></li><li><a href="/team/#threads">5 Threads</a></li></ol></nav>' +
  '<h1>The GIL</h1></main></body></html>';

const preview = { path: '/preview/gil.png', alt: 'A timeline: two threads "take turns"' };
const whole = withHeadTags(builtPage('gil/index.html', plain), { origin, base }, preview);

function faults(html: string, picture = encodePng(new Uint8Array(1200 * 630 * 4), 1200, 630)) {
  const folder = mkdtempSync(join(tmpdir(), 'head-'));
  try {
    mkdirSync(join(folder, 'preview'));
    writeFileSync(join(folder, 'preview/gil.png'), picture);
    const read = () => Promise.reject(new Error('Nothing is read.'));
    const pages = [pageFrom('gil/index.html', base, html)];
    const site: BuiltSite = { folder, base, files: new Set(), pages, read };
    return headFaults(site, origin).map(({ what }) => what);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test('a page with all its tags passes, and its facts and trail are those of the page', () => {
  assert.deepEqual(faults(whole), []);
  assert.match(
    whole,
    /<meta name="twitter:label1" content="Chapter"><meta name="twitter:data1" content="5 Threads">/,
  );
  assert.match(whole, /"name":"5 Threads","item":"https:\/\/docs.example\/team\/#threads"/);
  assert.match(whole, /og:image:alt" content="A timeline: two threads &quot;take turns&quot;"/);
});

test('each missing or doubled tag is named', () => {
  assert.match(
    faults(whole.replace(/<meta property="og:image:alt"[^>]*>/, '')).join(),
    /no og:image:alt/,
  );
  assert.match(
    faults(whole.replace('og:url" content="', 'og:url" content="https://x.example/')).join(),
    /og:url is not/,
  );
  assert.match(
    faults(whole.replace('<title>', '<meta name="twitter:title" content="x"><title>')).join(),
    /has twitter:title/,
  );
  assert.match(
    faults(whole.replace('text/markdown', 'text/plain')).join(),
    /no link to its Markdown/,
  );
  assert.match(
    faults(whole.replace('TechArticle', 'Article')).join(),
    /structured data is Article/,
  );
});

test('tags that stand too late, and a picture of another size, are named', () => {
  const late = whole.replace('<head>', `<head><style>${'x'.repeat(2048)}</style>`);
  assert.match(faults(late).join(), /og:image stands after the first 2048 bytes/);
  assert.match(
    faults(whole, encodePng(new Uint8Array(400), 10, 10)).join(),
    /is 10 x 10, not 1200/,
  );
});
