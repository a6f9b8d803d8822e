import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { strictnessFaults } from '#tools/strictness.ts';

const files = globSync(['src/**/*.{ts,astro}', 'e2e/**/*.ts']).sort();

test('nothing is `any`, no cast goes through unknown, and TypeScript is not hushed', () => {
  assert.ok(files.length > 100, `${files.length} files were found`);
  const faults = files.flatMap((file) => strictnessFaults(file, readFileSync(file, 'utf8')));
  if (faults.length > 0) assert.fail(`\n${faults.join('\n')}`);
});

const found = (text: string, file = 'src/a.ts') =>
  strictnessFaults(file, text).map((fault) => fault.replace(/^(.*?`.*?`)\..*/, '$1'));

test('`any` is found wherever a type stands, with its line', () => {
  assert.deepEqual(found('const a = 1;\nlet b: any;'), ['src/a.ts, line 2: `any`']);
  for (const code of ['f<any>()', 'x as any', 'type A = any[]', 'type A = { b?: any }'])
    assert.deepEqual(found(code), ['src/a.ts, line 1: `any`'], code);
});

test('a cast through unknown and an order to the compiler are found', () => {
  assert.deepEqual(found('const a = b as unknown as C;'), ['src/a.ts, line 1: `as unknown as`']);
  const order = ['// @ts', 'ignore'].join('-');
  assert.deepEqual(found(`\n${order}`), ['src/a.ts, line 2: `@ts-ignore`']);
});

test('the front matter and the scripts of an .astro file are read, with the lines of the file', () => {
  const page = '---\nlet a: any;\n---\n<p>any</p>\n<script>\n  let b: any;\n</script>\n';
  assert.deepEqual(found(page, 'src/A.astro'), [
    'src/A.astro, line 2: `any`',
    'src/A.astro, line 6: `any`',
  ]);
});

test('the word in a text, a cast from unknown and an unknown are left alone', () => {
  assert.deepEqual(found("// any\nconst a = 'any' as string; let b: unknown; (b as C).any;"), []);
});
