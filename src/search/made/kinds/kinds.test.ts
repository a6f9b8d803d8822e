import assert from 'node:assert/strict';
import { test } from 'node:test';
import { finishedPage } from '../finished-page.ts';
import { corrections } from './corrections.ts';
import { errors } from './errors.ts';
import { examples } from './examples.ts';
import type { Site } from './kind.ts';
import { sections } from './sections.ts';
import { symptoms } from './symptoms.ts';
import { terms } from './terms.ts';

const replay = `<replay-figure id="calls"><figure><figcaption id="calls-claim">Calls wait</figcaption>
  <p class="replay-total"><strong>3.0 s</strong> in all: one after the other</p>
  <ol class="key-steps"><li id="calls--second"><a href="#calls--second">1.0 s</a><span>The second call.</span></li></ol>
  </figure></replay-figure>`;
const pages: Readonly<Record<string, string>> = {
  '/mistakes/': `<h1>Three mistakes</h1><p class="lede">The lede.</p><div class="prose"><p>First.</p>
    <h2 id="in-a-row">In a row</h2><p>Awaited.</p><pre><code>await asyncio.gather()</code></pre>
    <h3 id="why">Why?</h3><p>Because.</p><h2 id="next">Next</h2><p>Last.</p>${replay}</div>`,
  '/examples/calls/': `<h1>Three calls</h1><div class="prose">${replay}</div>`,
  '/examples/other/': `<h1>Others</h1><div class="prose">${replay.replaceAll('calls', 'other')}</div>`,
  '/errors/never-awaited/':
    '<h1>RuntimeWarning: never awaited</h1><p id="lede">Nobody ran it.</p><div class="prose"><h2 id="cure">The cure</h2><p>Await it.</p></div>',
  '/symptoms/': `<article id="hangs"><h3 id="hangs-see"><span>It hangs</span></h3><p>Nobody is ready.</p>
    <ol><li><b>A call blocks.</b> <span>Debug mode names it.</span> <small>More</small></li>
    <li><b>Nobody awaits.</b> <span>A warning.</span></li></ol></article>`,
  '/topics/':
    '<dl><div id="task"><dt><dfn>task</dfn></dt><dd><p>A <code>Task</code> is work.</p></dd></div></dl>',
  '/corrections/':
    '<article id="async-only"><h3><q>Async only waits.</q></h3><p class="right">It runs.</p></article>',
};
const files: Readonly<Record<string, string>> = {
  'errors/never-awaited.mdx': `---
earlier: [{ pythons: '3.11', message: old words }]
example: unawaited
cured: unawaited/call-await
explained: [/rules/#await, /coroutines/]
keywords: [missing await]
asks: [Why does nothing run?]
---
`,
  'symptoms.yaml':
    '- { id: hangs, causes: [{ page: /mistakes/ }, { page: /errors/never-awaited/ }], keywords: [freezes] }',
  'glossary.yaml':
    '- { id: task, term: task, says: A piece of work that the loop runs., page: /coroutines/#task }',
  'corrections.yaml':
    '- { id: async-only, said: Async only waits., right: It runs as well., evidence: A recording., page: /mistakes/ }',
  'examples/calls/example.yaml': 'home: mistakes',
  'examples/other/example.yaml': 'home: experiments',
  'examples/calls/example.py': 'asyncio.gather(one())',
  'examples/other/example.py': 'pass',
};
const known = (from: Readonly<Record<string, string>>, path: string): string => {
  const text = from[path];
  assert.ok(text !== undefined, path);
  return text;
};
const site: Site = {
  articles: ['mistakes'],
  errors: ['never-awaited'],
  examples: ['calls', 'other'],
  page: (path) => finishedPage(known(pages, path)),
  source: () => '---\ndescription: What it is.\nkeywords: [in turn]\nasks: [Why so slow?]\n---\n',
  file: (path) => known(files, path),
};

test('a page and its sections, each below its heading', () => {
  const entries = sections(site);
  assert.deepEqual(
    entries.map(({ kind, address, above, title }) => [kind, address, above, title]),
    [
      ['page', '/mistakes/', undefined, 'Three mistakes'],
      ['section', '/mistakes/#in-a-row', '/mistakes/', 'In a row'],
      ['section', '/mistakes/#why', '/mistakes/#in-a-row', 'Why?'],
      ['section', '/mistakes/#next', '/mistakes/', 'Next'],
    ],
  );
  assert.deepEqual(entries[0]?.texts, ['The lede.', 'What it is.', 'First.']);
  assert.deepEqual(entries[0]?.asked, ['Why so slow?', 'in turn']);
  assert.deepEqual(entries[1]?.code, ['await asyncio.gather()']);
  assert.deepEqual(entries[3]?.texts, ['Last.', 'Calls wait']);
});

test('a page that cannot be read stops the build', () => {
  const empty: Site = { ...site, page: () => finishedPage('<p>Nothing</p>') };
  assert.throws(() => sections(empty), /\/mistakes\/ has no heading or no text/);
  assert.throws(() => terms(empty), /\/topics\/#task has no <dfn>/);
  assert.throws(() => corrections(empty), /\/corrections\/#async-only has no text/);
  assert.throws(() => errors(empty), /\/errors\/never-awaited\/ has no text/);
  assert.throws(() => symptoms(empty), /\/symptoms\/#hangs has no text/);
  assert.throws(() => examples(empty), /\/examples\/calls\/ has no text/);
});

test('terms, corrections and examples count for the pages that explain them', () => {
  assert.deepEqual(
    [terms, corrections, examples].map((read) => {
      const [entry] = read(site);
      return [entry?.kind, entry?.page, entry?.address, entry?.title, entry?.texts];
    }),
    [
      ['term', 'coroutines', '/topics/#task', 'task', ['A Task is work.']],
      ['correction', 'mistakes', '/corrections/#async-only', 'Async only waits.', ['It runs.']],
      [
        'example',
        'mistakes',
        '/examples/calls/',
        'Three calls',
        ['Calls wait', '3.0 s in all: one after the other'],
      ],
    ],
  );
});

test('a program that the page of an error shows is found by the error alone', () => {
  const found = examples({ ...site, examples: [...site.examples, 'unawaited'] });
  assert.deepEqual(
    found.map(({ address }) => address),
    ['/examples/calls/', '/examples/other/'],
  );
});

test('an error counts for the page that explains it, in the words of every Python', () => {
  const [error] = errors(site);
  assert.deepEqual(
    [error?.page, error?.also, error?.address, error?.title, error?.titles, error?.texts],
    [
      'rules',
      ['coroutines'],
      '/errors/never-awaited/',
      'RuntimeWarning: never awaited',
      ['old words'],
      ['Nobody ran it.', 'Await it.'],
    ],
  );
});

test('a symptom counts for each page that explains a cause, an error for the page that explains it', () => {
  assert.deepEqual(
    symptoms(site).map(({ page, address, title, texts }) => [page, address, title, texts]),
    [
      [
        'mistakes',
        '/symptoms/#hangs',
        'It hangs',
        ['A call blocks. Debug mode names it.', 'Nobody is ready.'],
      ],
      ['rules', '/symptoms/#hangs', 'It hangs', ['Nobody awaits. A warning.', 'Nobody is ready.']],
    ],
  );
});

test('a key step is gone to where the replay stands in the course, else to the example', () => {
  const said = 'The second call.';
  assert.deepEqual(
    examples(site).map(({ moments }) => moments),
    [
      [{ address: '/mistakes/#calls--second', says: said }],
      [{ address: '/mistakes/#calls--second', says: said }],
    ],
  );
  const apart: Site = { ...site, articles: [] };
  assert.deepEqual(examples(apart)[1]?.moments, [
    { address: '/examples/other/#other--second', says: said },
  ]);
});
