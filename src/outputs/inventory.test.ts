import assert from 'node:assert/strict';
import { inflateSync } from 'node:zlib';
import { test } from 'node:test';
import { pageFrom } from './built-pages.ts';
import { entriesOf, nameOf } from './inventory-entries.ts';
import { inventory } from './inventory.ts';

const page = (file: string, body: string) =>
  pageFrom(file, `<meta property="og:title" content="T"><main><h1>T</h1>${body}</main>`);

test('pages, headings, figures, words and old names are entries', () => {
  const pages = [
    page(
      'gil/index.html',
      '<h2 id="lock">The <code>lock</code></h2><replay-figure id="hold"><figcaption>It holds</figcaption></replay-figure>',
    ),
    page(
      'topics/index.html',
      '<dl><div id="gil"><dt><dfn>global interpreter lock (GIL)</dfn></dt></div></dl>',
    ),
  ];
  const lines = entriesOf(
    pages,
    new Map([
      ['/gil/#old', '/gil/#lock'],
      ['/lock/', '/gil/'],
    ]),
  ).map(({ name, role, uri, words }) => `${role} ${name} → ${uri} ${words}`);
  assert.deepEqual(lines, [
    'std:doc gil → gil/ T',
    'std:label gil → gil/ T',
    'std:label gil.lock → gil/#lock The lock',
    'std:label gil.hold → gil/#hold It holds',
    'std:doc topics → topics/ T',
    'std:label topics → topics/ T',
    'std:label topics.gil → topics/#gil global interpreter lock (GIL)',
    'std:term global interpreter lock (GIL) → topics/#gil global interpreter lock (GIL)',
    'std:label gil.old → gil/#lock The lock',
    'std:doc lock → gil/ T',
  ]);
  assert.equal(nameOf('/'), 'index');
});

test('the file is four lines of text and a zlib stream, and holds no name twice', () => {
  const entry = { name: 'gil', role: 'std:doc', uri: 'gil/', words: 'The\n GIL' } as const;
  const file = Buffer.from(inventory([entry]));
  const head = file.indexOf('zlib.\n') + 6;
  assert.match(file.subarray(0, head).toString(), /^# Sphinx inventory version 2\n/);
  assert.equal(inflateSync(file.subarray(head)).toString(), 'gil std:doc -1 gil/ The GIL\n');
  assert.throws(() => inventory([entry, entry]), /std:doc gil twice/);
});
