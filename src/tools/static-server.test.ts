import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { baseOf, baseOfHome } from '#tools/base.ts';
import { answer, listen } from '#tools/static-server.ts';

const parent = mkdtempSync(join(tmpdir(), 'interleave-'));
const folder = join(parent, 'dist');
mkdirSync(join(folder, 'page'), { recursive: true });
mkdirSync(join(folder, 'empty'));
writeFileSync(join(folder, 'index.html'), '<link href="/docs/_astro/a.css">');
writeFileSync(join(folder, 'page/index.html'), 'page');
writeFileSync(join(folder, '404.html'), 'missing');
writeFileSync(join(folder, 'font.woff2'), 'font');
writeFileSync(join(parent, 'secret.txt'), 'secret');
after(() => rmSync(parent, { recursive: true }));

describe('answer', () => {
  const ask = (path: string) => answer(folder, '/docs/', path);
  const missing = { status: 404, file: join(folder, '404.html') };

  test('a folder is its index.html, a file is itself', async () => {
    assert.deepEqual(await ask('/docs/page/'), {
      status: 200,
      file: join(folder, 'page/index.html'),
    });
    assert.deepEqual(await ask('/docs/font.woff2'), {
      status: 200,
      file: join(folder, 'font.woff2'),
    });
  });

  test('a page without its slash is sent to the one with it', async () => {
    assert.deepEqual(await ask('/docs/page'), { status: 301, location: '/docs/page/' });
  });

  test('what is not there is 404.html, and so is a folder without a page', async () => {
    for (const path of ['/docs/no/', '/docs/page/index', '/docs/empty/', '/docs/font.woff2/']) {
      assert.deepEqual(await ask(path), missing, path);
    }
  });

  test('no path leads out of the folder', async () => {
    for (const path of [
      '/docs/../secret.txt',
      '/docs/%2e%2e/secret.txt',
      '/docs/..%2fsecret.txt',
    ]) {
      assert.deepEqual(await ask(path), missing, path);
    }
  });

  test('a malformed path is missing, not an error', async () => {
    assert.deepEqual(await ask('/docs/%ff'), missing);
    assert.deepEqual(await ask('/docs/a%00b'), missing);
  });

  test('outside of the base the base is named', async () => {
    const text = 'Nothing is here: this site was built for /docs/\n';
    assert.deepEqual(await ask('/page/'), { status: 404, text });
  });
});

test('a port that is taken is passed over and named', async (t) => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const { port } = other.address() as AddressInfo;
  t.after(() => other.close());
  const listening = await listen(folder, port, '127.0.0.1');
  t.after(() => listening.server.close());
  assert.equal(listening.taken[0], port);
  assert.ok(listening.port > port);
});

test('the server tells types, and refuses all but reading', async (t) => {
  const { server, port } = await listen(folder, 0, '127.0.0.1');
  t.after(() => {
    server.close();
    server.closeAllConnections();
  });
  const at = (path: string) => `http://127.0.0.1:${port}${path}`;
  const font = await fetch(at('/docs/font.woff2?v=1'));
  assert.deepEqual([font.status, font.headers.get('content-type')], [200, 'font/woff2']);
  const missing = await fetch(at('/docs/no/'));
  assert.deepEqual([missing.status, await missing.text()], [404, 'missing']);
  const head = await fetch(at('/docs/page/'), { method: 'HEAD' });
  assert.deepEqual([head.status, await head.text()], [200, '']);
  assert.equal((await fetch(at('/docs/'), { method: 'POST' })).status, 405);
});

describe('baseOf', () => {
  test('the base is what stands before the first asset, with a host or without', () => {
    assert.equal(baseOfHome('<link href="/_astro/a.css">'), '/');
    assert.equal(baseOfHome('<a href="/x/"><script src="/team/docs/_astro/a.js">'), '/team/docs/');
    assert.equal(baseOfHome('<img src="https://a.example/b/_astro/a.png">'), '/b/');
  });

  test('a folder without a build is named with the command that makes one', async () => {
    await assert.rejects(baseOf(join(parent, 'none')), /no built site in .*npm run build/);
  });
});
