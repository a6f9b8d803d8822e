import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, test } from 'node:test';
import { run } from '#tools/checks/process.ts';
import { messageFor } from '#tools/site-build.ts';

describe('messageFor', () => {
  const root = '/home/me/site';

  test('what, on which page, in which file, and the hint', () => {
    const problem = {
      message: 'The example `gathr` does not exist.',
      hint: 'Use one of: gather.',
      file: `${root}/content/pages/a/gather.mdx`,
      line: 12,
      stack: 'at chunk.mjs:1',
    };
    const log = '[ERROR] [build] Caught error rendering /gather/: Error: The example';
    assert.equal(
      messageFor(problem, log, root),
      `The build stopped on the page /gather/, in content/pages/a/gather.mdx, line 12.

  The example \`gathr\` does not exist.

  Hint: Use one of: gather.

The last good build is left as it was. To see where in the code: STACK=1 npm run build`,
    );
  });

  test('a stack within the message is left out', () => {
    const message = 'Vite cannot resolve "x".\n    at load (node_modules/vite/a.js:1)\n    at b.js';
    assert.match(messageFor({ message }, '', root), /resolve "x"\.\n\nThe last/);
  });

  test('what a parser says has a cure, unless the fault brings its own', () => {
    const cured = (message: string, hint?: string) => messageFor({ message, hint }, '', root);
    assert.match(cured('bad indentation of a mapping entry'), /Hint: A value .* stands in quotes/);
    assert.match(cured('41:6: Unexpected character after `<`, expected'), /Hint: In a text, `<`/);
    assert.match(cured('29:1: Expected a closing tag for `<Note>`'), /Hint: End what you begin/);
    assert.match(cured('Expected a closing tag', 'Mine.'), /Hint: Mine\.\n/);
    assert.doesNotMatch(cured('No such example.'), /Hint/);
  });

  test('without a place it still says what', () => {
    assert.match(messageFor({ message: 'No.' }, '', root), /^The build stopped\.\n\n {2}No\.\n/);
  });
});

test('a build that stops names the page, and leaves the last good site in place', async (t) => {
  // Inside the project, so that Astro is found.
  mkdirSync('.cache', { recursive: true });
  const project = mkdtempSync(join('.cache', 'project-'));
  t.after(() => rmSync(project, { recursive: true }));
  mkdirSync(join(project, 'src/pages'), { recursive: true });
  writeFileSync(join(project, 'package.json'), '{ "type": "module" }');
  const page = join(project, 'src/pages/index.astro');
  const build = (env: Record<string, string>) =>
    run('sh', ['-c', 'cd "$1" && exec "$2" "$3"', 'sh', project, process.execPath, tool], env);
  const tool = resolve('src/tools/build.ts');

  writeFileSync(page, '<html><body>good</body></html>');
  const good = await build({ SITE: '', BASE: '' });
  assert.equal(good.ok, true, good.output);
  assert.match(
    good.output,
    /^Building .*\nBuilt dist\/ for \/ in [\d.]+ s\.\nLeft out.*SITE=https/,
  );
  assert.match(
    (await build({ SITE: 'https://a.example' })).output,
    /for https:\/\/a.example\/ in [^\n]+$/,
  );

  writeFileSync(page, "---\nthrow new Error('No such example.');\n---\n");
  const bad = await build({});
  assert.equal(bad.ok, false);
  assert.match(
    bad.output,
    /^Building .*\nThe build stopped on the page \/, in src\/pages\/index.astro\.\n\n {2}No such/,
  );
  assert.doesNotMatch(bad.output, /\n\s+at /);
  assert.match(readFileSync(join(project, 'dist/index.html'), 'utf8'), /good/);
});
