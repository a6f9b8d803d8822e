// What the build says to an author, from the text of a page to the error.
import assert from 'node:assert/strict';
import { pathToFileURL } from 'node:url';
import { test } from 'node:test';
import { mdxToJs, markdownToHtml } from 'satteri';
import type { Addresses } from '#links/resolve.ts';
import { tags } from './author-tags.ts';
import { fences } from './fences.ts';
import { headings } from './headings.ts';
import { links } from './links.ts';
import { tables } from './tables.ts';
import { wholeWords } from './whole-words.ts';

const addresses: Addresses = {
  existing: new Set(['', 'gil']),
  promised: new Set(['gil', 'threads']),
};
const options = {
  mdastPlugins: [tags, fences],
  hastPlugins: [headings, links('/team/docs/', () => addresses), ...tables, wholeWords],
  features: { headingAttributes: true },
  fileURL: pathToFileURL('content/pages/waiting-well/a.mdx'),
};
const build = (page: string) => mdxToJs(page, options);
const html = async (page: string): Promise<string> => (await markdownToHtml(page, options)).html;

async function failure(page: string): Promise<{ message: string; hint: string }> {
  try {
    await build(page);
  } catch (error) {
    const { message, hint } = error as { message: string; hint: string };
    return { message, hint };
  }
  assert.fail('The page was built.');
}

test('a heading without an id stops the build with the file and what to type', async () => {
  assert.deepEqual(await failure('## Who waits?'), {
    message: 'content/pages/waiting-well/a.mdx: The heading “Who waits?” has no id.',
    hint: 'Type `## Who waits? {#who-waits}`. An id is an address for ever: choose it well.',
  });
});

test('a dead link stops the build with the nearest addresses', async () => {
  const { message, hint } = await failure('See [it](/gli/).');
  assert.equal(message, 'content/pages/waiting-well/a.mdx: The link `/gli/` leads nowhere.');
  assert.match(hint, /nearest addresses are `\/gil\/`/);
});

test('a link written as a tag stops the build', async () => {
  assert.match(
    (await failure('See <a href="/gil/">it</a>.')).hint,
    /^Write `\[words\]\(\/page\/\)`/,
  );
});

test('a picture without text stops the build', async () => {
  const { message, hint } = await failure('![](/turn.svg)');
  assert.match(message, /The picture `\/turn.svg` has no text/);
  assert.match(hint, /`!\[three waits end together\]\(\/turn.svg\)`/);
});

test('tags that the steps would not see, and inline styles, stop the build', async () => {
  assert.match((await failure('<h2>A</h2>')).hint, /^Write `## Words/);
  assert.match((await failure('<img src="/a.svg" />')).hint, /^Write `!\[/);
  assert.match((await failure('Text <kbd style="color: red">a</kbd>.')).hint, /^Delete it/);
});

test('an unknown component stops the build with the one that was meant', async () => {
  const { message, hint } = await failure('<Notes>Text.</Notes>');
  assert.match(message, /There is no component `<Notes>`/);
  assert.match(hint, /^Type `<Note>`, or another of: `<Note>`, `<Warning>`/);
});

test('an import stops the build', async () => {
  assert.match((await failure("import a from 'a';\n\nText.")).hint, /^Delete the line/);
});

test('a fence without a language, in an unknown one or with an unknown word stops the build', async () => {
  assert.match((await failure('```\na\n```')).message, /names no language/);
  assert.match((await failure('```pyhton\na\n```')).hint, /type one of: `python`/);
  assert.match((await failure('```python lines\na\n```')).hint, /`lines` means nothing/);
});

test('a page with several headings, links and components passes', async () => {
  await build(
    '## A {#a}\n\n<Note>See [it](/gil/).</Note>\n\n### B {#b}\n\n```python numbers\na\n```',
  );
});

test('a link gets the base, a link to a planned page becomes text', async () => {
  const out = await html('[a](/gil/#x) [b](/threads/) [c](https://example.org/) [d](#a)');
  assert.match(out, /<a href="\/team\/docs\/gil\/#x">a<\/a>/);
  assert.match(out, /<span class="unwritten">b<\/span>/);
  assert.match(out, /<a href="https:\/\/example.org\/">c<\/a> <a href="#a">d<\/a>/);
});

test('a heading gets a link to itself beside it', async () => {
  assert.equal(
    (await html('## Who waits? {#who-waits}')).trim(),
    '<div class="heading heading-h2"><h2 id="who-waits">Who waits?</h2>' +
      '<a class="anchor" href="#who-waits" aria-label="Link to “Who waits?”"></a></div>',
  );
});

test('a column of figures is a class, since no inline style is let through', async () => {
  const table = await html('| a | b |\n| - | -: |\n| c | 1 |');
  assert.match(table, /<td class="brief">c<\/td>\s*<td class="amount">1<\/td>/);
  assert.doesNotMatch(table, /style=/);
});

test('a cell with a word or two is brief, one with more wants room', async () => {
  const table = await html('| a | b |\n| - | - |\n| `no` way | as long as it takes |');
  assert.match(table, /<td class="brief"><code>no<\/code> way<\/td>\s*<td>as long/);
});

test('a table gets a box that the keyboard reaches', async () => {
  assert.match(await html('| a |\n| - |\n| b |'), /^<div class="table" tabindex="0"><table>/);
});

test('a word of code that holds a hyphen stays whole, in the text and in a table, not in a listing', async () => {
  const page =
    'Type `python -X dev`, not `a - b`.\n\n| a |\n| - |\n| `-u` |\n\n```text\nss -ltnp\n```\n';
  const made = await html(page);
  assert.match(
    made,
    /<code>python <span class="whole">-X<\/span> dev<\/code>, not <code>a - b<\/code>/,
  );
  assert.match(made, /<code><span class="whole">-u<\/span><\/code>/);
  assert.match(made, /ss -ltnp/);
});
