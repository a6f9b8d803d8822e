import assert from 'node:assert/strict';
import { test } from 'node:test';
import { embedHtml, type EmbedPage } from '#outputs/embed-page.ts';
import { embedFaults } from '#tools/checks/embed-rules.ts';

const files = { script: 'run()', styles: 'p{color:red}' };
const page: EmbedPage = {
  title: 'Three "wait"',
  description: 'Who waits.',
  figure: '<replay-figure id="a"><figure>…</figure></replay-figure>',
  recording: '{"text":"</script>"}',
  context: '#a',
  contextWords: 'Open',
};
const whole = embedHtml(page, files);

function faults(html: string, origin?: string, files: readonly string[] = []): readonly string[] {
  const embed = { file: 'embed/a/index.html', path: '/embed/a/', html };
  const read = () => Promise.reject(new Error('Nothing is read.'));
  const site = {
    folder: '.',
    base: '/',
    files: new Set(files),
    pages: [],
    embeds: [embed],
    read,
  };
  return embedFaults(site, origin).map(({ what }) => what);
}

test('an embed runs its own script and no other, and its data cannot end early', () => {
  assert.deepEqual(faults(whole), []);
  assert.match(whole, /<title>Three &quot;wait&quot; · Interleave<\/title>/);
  assert.ok(whole.includes('{"text":"\\u003c/script>"}'));
});

test('a changed script, a file that is loaded, a style, a dead link and its weight are named', () => {
  assert.match(faults(whole.replace('run()', 'walk()')).join(), /allows another script/);
  assert.match(faults(whole.replace('p{', 'q{')).join(), /allows another style/);
  assert.match(faults(whole.replace('<h1', '<img src="/a.png"><h1')).join(), /loads a file/);
  assert.match(faults(whole.replace('<h1', '<h1 style="a"')).join(), /style attribute/);
  assert.match(faults(whole.replace('"#a"', '"/gone/"')).join(), /leads nowhere/);
  const noise = Array.from({ length: 9000 }, (_, i) => Math.sin(i).toString(36)).join('');
  assert.match(faults(whole.replace('…', noise)).join(), /bytes in brotli; at most 30720/);
});

test('a page about a moment says where it stands, and previews only where the address is known', () => {
  const at = embedHtml({ ...page, parked: 12 }, files);
  assert.match(at, /<html lang="en" data-parked="12">/);
  assert.ok(!at.includes('og:image') && !at.includes('canonical'));
  const absolute = {
    canonical: 'https://x/gil/#a',
    address: 'https://x/embed/a/',
    image: 'https://x/embed/a.png',
    alt: 'A timeline',
    oembed: 'https://x/oembed/a.json',
  };
  const known = embedHtml({ ...page, absolute }, files);
  assert.match(
    known,
    /og:image" content="https:\/\/x\/embed\/a.png"[\s\S]*application\/json\+oembed" href="https:\/\/x\/oembed\/a.json"/,
  );
  const there = ['gil/index.html', 'embed/a.png', 'oembed/a.json'];
  assert.deepEqual(faults(known, 'https://x', there), []);
  assert.deepEqual(faults(known, 'https://x', there.with(1, 'b.png')), [
    'Its picture https://x/embed/a.png is not there.',
  ]);
  const late = known.replace('<title>', `<!--${'x'.repeat(2048)}--><title>`);
  assert.match(faults(late, 'https://x', there).join(), /after the first 2048 bytes/);
  const nameless = known.replace('og:image:alt', 'og:image:words');
  assert.match(faults(nameless, 'https://x', there).join(), /no property="og:image:alt"/);
});
