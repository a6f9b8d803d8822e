import assert from 'node:assert/strict';
import { test } from 'node:test';
import { editUrl, reportUrl, repositoryAt, type Repository } from './repository.ts';

const hub: Repository = { url: 'https://github.com/team/book', branch: 'main', commit: 'abc1234' };
const lab: Repository = {
  url: 'https://gitlab.example.org/team/book',
  branch: 'main',
  commit: undefined,
};

test('a page is edited at the file it was built from', () => {
  assert.equal(
    editUrl(hub, 'content/a.mdx'),
    'https://github.com/team/book/edit/main/content/a.mdx',
  );
  assert.equal(
    editUrl(lab, 'content/a.mdx'),
    'https://gitlab.example.org/team/book/-/edit/main/content/a.mdx',
  );
});

test('a report names the page and the commit', () => {
  const url = new URL(reportUrl(hub, { title: 'The GIL', address: '/gil/' }));
  assert.equal(url.searchParams.get('title'), 'The GIL: ');
  assert.match(url.searchParams.get('body') ?? '', /On the page \/gil\/, built from abc1234:/);
});

test('a report without a commit leaves it out', () => {
  const url = new URL(reportUrl(lab, { title: 'The GIL', address: '/gil/' }));
  assert.match(url.searchParams.get('issue[description]') ?? '', /On the page \/gil\/:/);
});

test('a repository is at an address, without the slash at its end, or nowhere', () => {
  assert.deepEqual(repositoryAt('https://github.com/team/book/', 'abc1234'), hub);
  assert.equal(repositoryAt(undefined, 'abc1234'), undefined);
  assert.equal(repositoryAt('', undefined), undefined);
});

test('what is no address is told what one looks like', () => {
  for (const url of ['team/book', 'git@github.com:team/book.git']) {
    assert.throws(() => repositoryAt(url, undefined), /is no address\. Type it like https:/);
  }
});
