import assert from 'node:assert/strict';
import { test } from 'node:test';
import { codeToHtml, createHighlighter } from 'shiki';
import { ownLanguages } from './code-languages.ts';
import { codeClasses, codeFrame, codeTheme } from './code-theme.ts';

const transformers = [codeClasses, codeFrame];
const python = (code: string, meta = '') =>
  codeToHtml(code, { lang: 'python', theme: codeTheme, transformers, meta: { __raw: meta } });

test('code has class names and no style attribute', async () => {
  const html = await python('    await sleep(1)  # soon');
  assert.doesNotMatch(html, /style=/);
  assert.match(html, /<span class="line"> {4}<span class="tk-await">await<\/span> sleep\(/);
  assert.match(html, /<span class="tk-number">1<\/span>/);
  assert.match(html, /<span class="tk-comment"># soon<\/span>/);
});

test('marked lines, numbers, a title and a caption are in the frame', async () => {
  const html = await python('a\nb', 'title="a.py" numbers caption="Two." {2}');
  assert.match(html, /^<figure class="code numbered" data-language="python">/);
  assert.match(html, /<div class="code-title">a\.py<\/div><pre tabindex="0">/);
  assert.match(html, /<span class="line marked">b<\/span>/);
  assert.match(html, /<figcaption class="code-caption">Two\.<\/figcaption><\/figure>$/);
});

test('a title alone is the caption of its figure', async () => {
  assert.match(
    await python('a', 'title="a.py"'),
    /<figcaption class="code-title">a\.py<\/figcaption>/,
  );
});

test('a console tells prompts from output, and finds tracebacks in it', async () => {
  const highlighter = await createHighlighter({
    themes: [codeTheme],
    langs: ['python', ...ownLanguages],
  });
  const html = highlighter.codeToHtml(
    '$ python a.py\n>>> await x\n  File "a.py", line 5, in work\nValueError: no',
    { lang: 'console', theme: 'interleave', transformers },
  );
  assert.match(
    html,
    /<span class="tk-prompt">\$ <\/span><span class="tk-name">python a.py<\/span>/,
  );
  assert.match(html, /<span class="tk-prompt">>>> <\/span><span class="tk-await">/);
  assert.match(html, /<span class="tk-string">"a.py"<\/span>/);
  assert.match(html, /<span class="tk-error">ValueError<\/span>: no/);
});

test('a long first line without a title above it leaves room for the button', async () => {
  const long = (letters: number) => python(`${'a'.repeat(letters)}\nb`);
  assert.match(await long(30), /^<figure class="code"/);
  assert.match(await long(40), /^<figure class="code head-phone"/);
  assert.match(await long(80), /^<figure class="code head-long"/);
  assert.match(await python(`${'a'.repeat(80)}\nb`, 'title="a.py"'), /^<figure class="code"/);
  assert.match(await python('a'.repeat(80)), /^<figure class="code"/);
});
