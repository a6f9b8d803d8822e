import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { deadLinks, forbiddenWords, scriptFaults } from '#tools/repository.ts';

const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as {
  scripts: Record<string, string>;
  allowScripts: Record<string, boolean>;
  devDependencies: Record<string, string>;
};

const ignored = (file: string) =>
  /^(node_modules|dist|look|test-results|\.astro|\.cache)\b/.test(file);

/** What is, or is about to be, committed; without git, all files. */
function projectFiles(): readonly string[] {
  try {
    const list = execFileSync(
      'git',
      ['ls-files', '--cached', '--others', '--exclude-standard', '-z'],
      {
        encoding: 'utf8',
      },
    );
    return list.split('\0').filter((file) => file !== '' && existsSync(file));
  } catch {
    return globSync('**/*', { exclude: (name) => ignored(name) }).filter((file) => !ignored(file));
  }
}

function none(faults: readonly string[]): void {
  if (faults.length > 0) assert.fail(`\n${faults.join('\n')}`);
}

test('each `npm run …` of the README is in package.json, and each script in the README', () => {
  none(scriptFaults(readFileSync('README.md', 'utf8'), Object.keys(manifest.scripts)));
});

test('each script of package.json that runs a tool names a file that is there', () => {
  const tools = Object.values(manifest.scripts).flatMap(
    (line) => line.match(/src\/tools\/\S+\.ts/g) ?? [],
  );
  assert.ok(tools.length > 0);
  assert.deepEqual(
    tools.filter((file) => !existsSync(file)),
    [],
  );
});

test('each relative link of a README leads to a file', () => {
  const readmes = projectFiles().filter((file) => /(^|\/)README\.md$/.test(file));
  const faults = readmes.flatMap((file) =>
    deadLinks(readFileSync(file, 'utf8'), (target) => existsSync(join(dirname(file), target))).map(
      (target) =>
        `${file} links to ${target}, which is not there. Paths begin at the folder of the README.`,
    ),
  );
  none(faults);
});

test('no file of the project knows the machine it was written on', () => {
  const faults = projectFiles()
    .filter((file) => !/\.(woff2|ttf|png|ico|wasm)$/.test(file))
    .flatMap((file) =>
      forbiddenWords(readFileSync(file, 'utf8')).map((word) => `${file} mentions ${word}`),
    );
  none(faults);
});

test('versions are exact, and the install step of the node package is allowed at its version', () => {
  const loose = Object.entries(manifest.devDependencies).filter(
    ([, version]) => !/^\d/.test(version),
  );
  assert.deepEqual(loose, []);
  assert.equal(manifest.allowScripts[`node@${manifest.devDependencies['node']}`], true);
});

test('a script that is not there, and one that is not told, are named', () => {
  const readme = 'Type `npm start`, `npm test` or `npm run gone`.';
  assert.deepEqual(scriptFaults(readme, ['start', 'test', 'look']), [
    'README.md tells to type `npm run gone`, which package.json does not have. Name one that it has, or add it there.',
    'README.md does not tell what `npm run look` does. Add a line to its table of commands.',
  ]);
});

test('a link to a missing file is found, also with a fragment; addresses and anchors are left alone', () => {
  const text =
    '[a](gone.md#x) [b](https://example.com/x) [c](#here) [d](there.md) ![e](pic.png "t")';
  assert.deepEqual(
    deadLinks(text, (target) => target === 'there.md'),
    ['gone.md', 'pic.png'],
  );
});

test('paths of a machine, the folder beside the project and hosts of registries are found', () => {
  const words = [
    ['', 'work', 'x'],
    ['', 'root', '.npm'],
    ['..', 'shared', 'notes'],
  ].map((parts) => parts.join('/'));
  const host = ['registry', 'npmjs', 'org'].join('.');
  for (const word of [...words, host])
    assert.equal(forbiddenWords(`see ${word} there`).length, 1, word);
  assert.deepEqual(forbiddenWords('the work/life of a root/leaf, and shared/ things'), []);
});
