import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addressFault } from './address-fault.ts';

const around = {
  others: ['waiting-well/concurrency.mdx', 'what-goes-wrong/races.mdx'],
  routes: ['index', 'search'],
  chapters: ['waiting-well', 'what-goes-wrong'],
};

test('a page with an address of its own has no fault', () => {
  assert.equal(addressFault('waiting-well/concurrency.mdx', around), undefined);
});

test('an address given twice names the other page', () => {
  const fault = addressFault('waiting-well/races.mdx', around);
  assert.equal(fault?.problem, 'The address /races/ is given twice.');
  assert.match(fault?.cure ?? '', /^content\/pages\/what-goes-wrong\/races\.mdx has it too/);
});

test('an unknown chapter is told the chapters there are', () => {
  assert.match(
    addressFault('waiting/a.mdx', around)?.cure ?? '',
    /`waiting-well`, `what-goes-wrong`/,
  );
  assert.match(addressFault('a.mdx', around)?.problem ?? '', /No chapter is called ``/);
});

test('an address of the site itself, or none at all, is named', () => {
  assert.match(
    addressFault('waiting-well/search.mdx', around)?.problem ?? '',
    /\/search\/ is taken/,
  );
  assert.match(addressFault('waiting-well/My_Page.mdx', around)?.problem ?? '', /`My_Page` cannot/);
});
