import { execFile } from 'node:child_process';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { promisify } from 'node:util';

const engine = new URL('./engine.ts', import.meta.url).href;
const script = `
import { createHash } from 'node:crypto';
const { makeImage } = await import('${engine}');
console.log(createHash('sha256').update(await makeImage()).digest('hex'));`;

/** The hash of an image made by a process of its own, in another folder and another language. */
async function imageMadeIn(folder: string, LANG: string, name: string): Promise<string> {
  const options = { cwd: folder, env: { ...process.env, LANG, LC_ALL: LANG } };
  const argv = ['--input-type=module', '-e', script, name];
  return (await promisify(execFile)(process.execPath, argv, options)).stdout.trim();
}

test('the image is the same bytes wherever and whenever it is made', async () => {
  const here = await imageMadeIn(process.cwd(), 'en_US.UTF-8', 'a');
  const there = await imageMadeIn('/', 'de_DE.UTF-8', 'a-much-longer-name-of-a-program');
  assert.match(here, /^[0-9a-f]{64}$/);
  assert.equal(here, there);
});
