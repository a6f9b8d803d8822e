import assert from 'node:assert/strict';
import { test } from 'node:test';
import { resolveLink, unwrittenLinks, type Addresses } from './resolve.ts';

const addresses: Addresses = {
  existing: new Set(['', 'search', 'gil', 'event-loop']),
  promised: new Set(['gil', 'event-loop', 'threads', 'task-groups']),
};

test('a page that exists keeps its fragment', () => {
  assert.deepEqual(resolveLink('/gil/#hand-over', addresses), {
    kind: 'page',
    path: '/gil/#hand-over',
  });
  assert.deepEqual(resolveLink('/#waiting-well', addresses), {
    kind: 'page',
    path: '/#waiting-well',
  });
});

test('a planned page that is not written is neither a link nor an error', () => {
  assert.deepEqual(resolveLink('/threads/#cost', addresses), {
    kind: 'unwritten',
    slug: 'threads',
  });
});

test('links to other hosts, mail and fragments of the same page are left alone', () => {
  for (const href of ['https://docs.python.org/3/', 'mailto:a@example.org', '#turn']) {
    assert.deepEqual(resolveLink(href, addresses), { kind: 'elsewhere' });
  }
});

test('a dead link is told the nearest addresses', () => {
  const dead = resolveLink('/evnt-loop/', addresses);
  assert.equal(dead.kind, 'dead');
  assert.match(dead.kind === 'dead' ? dead.cure : '', /`\/event-loop\/`/);
});

test('a link without its slashes is told what to type', () => {
  for (const href of ['/gil', 'gil/', 'gil']) {
    const dead = resolveLink(`${href}#hand-over`, addresses);
    assert.equal(dead.kind === 'dead' && dead.cure, 'Type `/gil/#hand-over`.');
  }
});

test('unwritten links of a text are listed once each', () => {
  const text = 'See [a](/threads/), [b](/gil/), [c](/task-groups/#x "t") and [d](/threads/#y).';
  assert.deepEqual(unwrittenLinks(text, addresses), ['threads', 'task-groups']);
});
