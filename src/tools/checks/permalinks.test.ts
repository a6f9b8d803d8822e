import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseAliases } from '#links/aliases.ts';
import { formatPublished, parsePublished, updated } from '#links/permalinks.ts';
import { movesOf } from '#links/aliases.ts';
import { pageFrom as builtPage } from '#outputs/built-pages.ts';
import { movedLine, movedPage, withOldIds } from '#outputs/moves.ts';
import { pageFrom } from '#tools/checks/built-site.ts';
import { permalinkFaults, siteForLinks } from '#tools/checks/permalinks.ts';
import { addressesAdded } from '#tools/permalink-history.ts';

const base = '/docs/';
const article = (title: string, body: string) =>
  `<!doctype html><html lang="en"><head><title>${title} · S</title><meta name="description" content="What ${title} is.">` +
  `<meta property="og:title" content="${title}"><link rel="canonical" href="https://x.example/docs/"><link rel="stylesheet" href="a.css"></head>` +
  `<body><main><article><h1>${title}</h1>${body}</article></main></body></html>`;

const before: Readonly<Record<string, string>> = {
  'index.html': article('Home', '<h2 id="questions">Questions</h2>'),
  'loop/index.html': article(
    'Loop',
    '<h2 id="one-turn">One turn</h2><h2 id="picks">Who picks</h2>',
  ),
  'gil/index.html': article(
    'GIL',
    '<replay-figure id="hold"><li id="hold--taken"></replay-figure>',
  ),
  'gil.md': '# GIL',
};

/** The site as the build leaves it with these aliases, and what the check says of it. */
function faults(
  files: Readonly<Record<string, string>>,
  { aliases = {}, list, past = new Map() }: Partial<Facts> = {},
): string[] {
  const parsed = parseAliases(JSON.stringify(aliases));
  const moves = movesOf(parsed);
  const at = (path: string) => {
    const file = `${path.slice(1).replace(/#.*/, '')}index.html`;
    const html = files[file];
    return html === undefined ? undefined : builtPage(file, html);
  };
  const out = new Map(
    Object.entries(files).map(([file, html]) => {
      const path = `/${file.replace('index.html', '')}`;
      const left = (moves.left.get(path) ?? []).flatMap(([old, to]) => {
        const page = at(to);
        return page ? [[old, movedLine(to, page, base)] as const] : [];
      });
      return [file, withOldIds(html, moves.renamed.get(path) ?? [], left)];
    }),
  );
  for (const [from, move] of moves.pages) {
    const page = at(move.to);
    if (page) out.set(`${from.slice(1)}index.html`, movedPage(move, page, base));
  }
  for (const [from, to] of moves.files) out.set(from.slice(1), files[to.slice(1)] ?? '');
  const pages = [...out]
    .filter(([file]) => file.endsWith('.html'))
    .map(([file, html]) => pageFrom(file, base, html));
  const read = () => Promise.reject(new Error('Nothing is read.'));
  const walked = siteForLinks({ folder: '', base, files: new Set(out.keys()), pages, read });
  return permalinkFaults({ list: list ?? published(), aliases: parsed, past, ...walked });
}

interface Facts {
  aliases: Record<string, string>;
  list: ReturnType<typeof parsePublished>;
  past: ReadonlyMap<string, string>;
}

function published() {
  const pages = Object.entries(before)
    .filter(([file]) => file.endsWith('.html'))
    .map(([file, html]) => pageFrom(file, base, html));
  const read = () => Promise.reject(new Error('Nothing is read.'));
  const files = new Set(Object.keys(before));
  const { built } = siteForLinks({ folder: '', base, files, pages, read });
  return updated(new Map(), built, '2026-11-21', () => true);
}

const without = (file: string) =>
  Object.fromEntries(Object.entries(before).filter(([name]) => name !== file));

test('a site that keeps all its promises has no faults', () => {
  assert.deepEqual(
    [...published().keys()],
    [
      '/',
      '/#questions',
      '/loop/',
      '/loop/#one-turn',
      '/loop/#picks',
      '/gil/',
      '/gil/#hold',
      '/gil/#hold--taken',
      '/gil.md',
    ],
  );
  assert.deepEqual(faults(before), []);
});

test('what is new and not listed is named with what to type', () => {
  const more = { ...before, 'new/index.html': article('New', '') };
  assert.deepEqual(faults(more), [
    '1 new address is not listed: /new/. Type: npm run permalinks -- --update',
  ]);
});

test('a heading that was renamed is broken until its old id is an alias', () => {
  const renamed = {
    ...before,
    'loop/index.html': before['loop/index.html']?.replace('id="one-turn"', 'id="a-turn"') ?? '',
  };
  const list = updated(
    published(),
    new Map([['/loop/#a-turn', 'heading']]),
    '2026-11-22',
    () => true,
  );
  const [fault = ''] = faults(renamed, { list });
  assert.match(
    fault,
    /^\/loop\/#one-turn \(heading, since 2026-11-21\) is broken: the page has no/,
  );
  assert.match(fault, /nearest: \/loop\/#a-turn.*aliases\.json/);
  const aliases = { '/loop/#one-turn': '/loop/#a-turn' };
  assert.deepEqual(faults(renamed, { list, aliases }), []);
});

test('a section that moved to another page leaves a line that one sees', () => {
  const moved = {
    ...before,
    'loop/index.html': article('Loop', '<h2 id="one-turn">One turn</h2>'),
    'gil/index.html': `${before['gil/index.html']}`.replace(
      '</article>',
      '<h2 id="who">Who picks</h2></article>',
    ),
  };
  const list = updated(published(), new Map([['/gil/#who', 'heading']]), '2026-11-22', () => true);
  assert.equal(faults(moved, { list }).length, 1);
  assert.deepEqual(faults(moved, { list, aliases: { '/loop/#picks': '/gil/#who' } }), []);
  assert.equal(
    movedLine('/gil/#who', builtPage('gil/index.html', moved['gil/index.html']), base),
    'This section moved: it is <a href="/docs/gil/#who">“Who picks” in GIL</a> now.',
  );
});

test('a page that moved takes its sections along, in one hop', () => {
  const page = before['loop/index.html'] ?? '';
  const moved = {
    ...without('loop/index.html'),
    'event-loop/index.html': page.replace('"picks"', '"who"'),
  };
  const list = updated(
    published(),
    new Map([
      ['/event-loop/', 'page'],
      ['/event-loop/#one-turn', 'heading'],
      ['/event-loop/#who', 'heading'],
    ]),
    '2026-11-22',
    () => true,
  );
  assert.equal(faults(moved, { list }).length, 3);
  const page1 = { '/loop/': '/event-loop/' };
  assert.match(
    faults(moved, { list, aliases: page1 })[0] ?? '',
    /\/loop\/#picks .* it leads to \/event-loop\/#picks, where the page has no #picks/,
  );
  assert.deepEqual(
    faults(moved, { list, aliases: { ...page1, '/loop/#picks': '/event-loop/#who' } }),
    [],
  );
});

test('figures, key steps and files are held to their addresses too', () => {
  const bare = { ...without('gil.md'), 'gil/index.html': article('GIL', '') };
  assert.deepEqual(
    faults(bare).map((fault) => fault.split(' is broken')[0]),
    [
      '/gil/#hold (figure, since 2026-11-21)',
      '/gil/#hold--taken (key step, since 2026-11-21)',
      '/gil.md (raw text, since 2026-11-21)',
    ],
  );
});

test('an alias to nothing, and one of something that is there again, are named', () => {
  assert.match(
    faults(before, { aliases: { '/old/': '/gone/' } })[0] ?? '',
    /\/old\/ leads to \/gone\/.*Correct it/,
  );
  assert.match(faults(before, { aliases: { '/gil/': '/loop/' } })[0] ?? '', /is there again|leads/);
});

test('an address that an earlier version listed and this one does not is named with its commit', () => {
  const log = `commit ${'a'.repeat(40)}\n\ndiff\n--- a\n+++ b\n@@ -1 +1 @@\n+, "/was/": ["page", "2026-11-01"]\n`;
  const past = addressesAdded(log);
  assert.deepEqual([...past], [['/was/', 'a'.repeat(40)]]);
  assert.match(
    faults(before, { past })[0] ?? '',
    /^\/was\/ was taken off the list; aaaaaaaaa had it.*put the line back/,
  );
});

test('the page at an old address shows the preview of the new one, and works without scripts', () => {
  const html = movedPage(
    { to: '/gil/', sections: { a: '/gil/#b' } },
    builtPage('gil/index.html', before['gil/index.html'] ?? ''),
    base,
  );
  assert.match(html, /<title>GIL · S<\/title>\s*<meta name="description" content="What GIL is.">/);
  assert.match(html, /<link rel="canonical" href="https:\/\/x.example\/docs\/">/);
  assert.match(html, /"sections":{"a":"\/docs\/gil\/#b"}/);
  assert.match(html, /<noscript><meta http-equiv="refresh" content="0; url=\/docs\/gil\/">/);
  assert.ok(!html.includes('stylesheet'));
});

test('the list of the fixture is written as it is read', () => {
  const text = formatPublished(published());
  assert.equal(formatPublished(parsePublished(text)), text);
});
