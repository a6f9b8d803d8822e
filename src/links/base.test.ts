import assert from 'node:assert/strict';
import { test } from 'node:test';
import { normaliseBase, siteOf, underBase } from './base.ts';

test('every form of a base becomes the one with a slash on both sides', () => {
  for (const form of ['team/docs', '/team/docs', 'team/docs/', '/team/docs/', ' //team//docs// ']) {
    assert.equal(normaliseBase(form), '/team/docs/');
  }
});

test('no base, an empty one and a lone slash are the root', () => {
  for (const form of [undefined, '', ' ', '/']) assert.equal(normaliseBase(form), '/');
});

test('a path keeps its query and its fragment under a base', () => {
  assert.equal(underBase('/team/docs/', '/gather/#order'), '/team/docs/gather/#order');
  assert.equal(underBase('/', '/search/?q=a'), '/search/?q=a');
});

test('a site is a scheme and a host, with or without a slash; none is none', () => {
  for (const form of ['https://a.example', 'https://a.example/', ' https://a.example '])
    assert.equal(siteOf(form), 'https://a.example');
  for (const form of [undefined, '', ' ']) assert.equal(siteOf(form), undefined);
});

test('half an address and one with a path are told what to type', () => {
  for (const form of ['docs.example.com', '//docs.example.com', 'ftp://docs.example.com'])
    assert.throws(
      () => siteOf(form),
      /no address\. Type: SITE=https:\/\/docs\.example\.com$/,
      form,
    );
  assert.throws(
    () => siteOf('https://a.example/python/'),
    /holds a path\. Type it apart: SITE=https:\/\/a\.example BASE=\/python\/$/,
  );
});
