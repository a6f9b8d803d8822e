import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  formatPublished,
  isAddress,
  parseMerged,
  parsePublished,
  updated,
  type Permalinks,
} from './permalinks.ts';

const text = `{ "/": ["page", "2026-11-21"]
, "/gil/": ["page", "2026-11-21"]
, "/gil/#lock": ["heading", "2026-12-01"]
}
`;

test('a list is read and written to the same bytes, and is JSON', () => {
  assert.equal(formatPublished(parsePublished(text)), text);
  assert.deepEqual(Object.keys(JSON.parse(text) as object), ['/', '/gil/', '/gil/#lock']);
});

test('a line that is no entry is named, with its number and what can stand there', () => {
  const planted = text.replace('"/gil/"', '"/GIL/"');
  assert.throws(() => parseMerged(planted), /published\.json, line 2: `, "\/GIL\/".*Nothing was/s);
  assert.throws(() => parseMerged(text.replace('"page"', '"pagina"')), /`pagina` is none of: page/);
  assert.throws(() => parseMerged(text.replace(/}\n$/, '')), /line 3: .* The last line is `}`/s);
});

test('what a merge leaves is refused with its cure, and read by the update with all of both sides', () => {
  const merged = `{ "/": ["page", "2026-11-21"]
<<<<<<< HEAD
, "/ours/": ["page", "2026-12-02"]
=======
, "/gil/": ["page", "2026-12-03"]
, "/ours/": ["page", "2026-12-01"]
>>>>>>> theirs
}
`;
  assert.throws(() => parsePublished(merged), /type npm run permalinks -- --update/);
  assert.deepEqual(
    [...parseMerged(merged)].map(([path, { since }]) => [path, since]),
    [
      ['/', '2026-11-21'],
      ['/ours/', '2026-12-01'],
      ['/gil/', '2026-12-03'],
    ],
  );
  const unsorted = text.replace(/(, "\/gil\/":.*\n)(.*\n)/, '$2$1');
  assert.throws(() => parsePublished(unsorted), /type npm run permalinks/);
});

test('an update adds what is new and drops only what was never committed', () => {
  const list: Permalinks = new Map([
    ['/old/', { kind: 'page', since: '2026-11-01' }],
    ['/draft/', { kind: 'page', since: '2026-11-21' }],
  ]);
  const after = updated(list, new Map([['/new/', 'page']]), '2026-11-22', (one) => one === '/old/');
  assert.deepEqual([...after.keys()], ['/old/', '/new/']);
  assert.equal(after.get('/new/')?.since, '2026-11-22');
});

test('addresses are small letters, digits and hyphens, so that no wiki cuts them', () => {
  for (const good of ['/', '/#a', '/gil/', '/gil/#a--b', '/gil.md', '/embed/a--vs--b.svg'])
    assert.ok(isAddress(good), good);
  for (const bad of ['gil/', '/GIL/', '/gil', '/gil/#a_b', '/a(b)/', '/gil/#', '//x/'])
    assert.ok(!isAddress(bad), bad);
});
