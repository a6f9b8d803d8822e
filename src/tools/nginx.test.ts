import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';

const isMissing = spawnSync('nginx', ['-v']).error !== undefined;
const skip = isMissing && 'nginx is not installed (on Debian: apt-get install nginx-light)';

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

function writeSite(folder: string): void {
  mkdirSync(join(folder, 'page'), { recursive: true });
  mkdirSync(join(folder, '_astro'));
  writeFileSync(join(folder, 'index.html'), 'home');
  writeFileSync(join(folder, 'page/index.html'), 'page');
  writeFileSync(join(folder, '404.html'), 'missing');
  writeFileSync(join(folder, '_astro/a.js'), 'script');
}

/** The server block of the README, listening and serving where the test wants it. */
function recipe(port: number, folder: string): string {
  const [, block] = /```nginx\n(.*?)```/s.exec(readFileSync('README.md', 'utf8')) ?? [];
  assert.ok(block, 'README.md has a block of nginx');
  const server = block
    .replace('listen 80;', `listen 127.0.0.1:${port};`)
    .replaceAll('/srv/interleave/', `${folder}/site/`);
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((name) => `${name}_temp_path ${folder}/${name};`)
    .join('\n');
  // As root nginx would hand the work to a user who may not read a temporary folder.
  const user = process.getuid?.() === 0 ? 'user root;' : '';
  return `${user} pid ${folder}/pid; error_log stderr notice; events {}
http { include /etc/nginx/mime.types; access_log off; ${temporary}\n${server} }`;
}

test('the nginx recipe of the README serves the site under a path', { skip }, async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'interleave-'));
  t.after(() => rmSync(folder, { recursive: true }));
  writeSite(join(folder, 'site'));
  const port = await freePort();
  writeFileSync(join(folder, 'nginx.conf'), recipe(port, folder));
  const nginx = spawn('nginx', ['-p', folder, '-c', 'nginx.conf', '-g', 'daemon off;']);
  t.after(() => nginx.kill());
  await new Promise<void>((ready, fail) => {
    let said = '';
    nginx.stderr.on('data', (text: Buffer) => {
      said += text.toString();
      if (said.includes('start worker process')) ready();
    });
    nginx.on('close', () => fail(new Error(said)));
  });

  const get = async (path: string) => {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, { redirect: 'manual' });
    return { status: response.status, headers: response.headers, body: await response.text() };
  };
  const home = await get('/team/docs/');
  assert.deepEqual([home.status, home.body], [200, 'home']);
  assert.equal(home.headers.get('content-type'), 'text/html; charset=utf-8');
  assert.equal((await get('/team/docs/page/')).body, 'page');
  for (const path of ['/team/docs', '/team/docs/page']) {
    const { status, headers } = await get(path);
    assert.deepEqual([status, headers.get('location')], [301, `${path}/`]);
  }
  const missing = await get('/team/docs/no/such/');
  assert.deepEqual([missing.status, missing.body], [404, 'missing']);
  const script = await get('/team/docs/_astro/a.js');
  assert.deepEqual([script.status, script.body], [200, 'script']);
  assert.match(script.headers.get('cache-control') ?? '', /immutable/);
});
