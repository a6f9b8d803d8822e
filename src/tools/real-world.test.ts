import assert from 'node:assert/strict';
import { connect, type Socket } from 'node:net';
import test from 'node:test';
import { text } from 'node:stream/consumers';
import { worldSchema } from '#model/world.ts';
import { serve } from '#tools/real-world.ts';

/** The same hosts on loopback, as a program meets them there. */

async function met(host: object, say: (socket: Socket) => void): Promise<string> {
  const world = worldSchema.parse({ hosts: { 'shop.example': host } });
  const outside = await serve(world);
  try {
    const { hosts } = JSON.parse(outside.env['WORLD'] ?? '') as {
      hosts: Record<string, { real: number }>;
    };
    const socket = connect(hosts['shop.example']?.real ?? 0, '127.0.0.1');
    say(socket);
    return await text(socket);
  } finally {
    await outside.close();
  }
}

const ask = (path: string) => (socket: Socket) => socket.write(`GET ${path} HTTP/1.0\r\n\r\n`);

test('a path has its answer, and any other none', async () => {
  const host = { answers: { paths: { '/price': ['4', '2'] } } };
  assert.match(await met(host, ask('/price')), /^HTTP\/1\.1 200 OK\r\n.*Length: 2\r\n.*\r\n42$/s);
  assert.match(await met(host, ask('/other')), /^HTTP\/1\.1 404 Not Found\r\n.*nothing here\n$/s);
});

test('an echo sends lines back, a text comes unasked', async () => {
  const line = (socket: Socket) => socket.end('one\n');
  assert.equal(await met({ answers: { echo: true } }, line), 'one\n');
  assert.equal(await met({ answers: { text: ['a', 'b'] } }, () => {}), 'ab');
});

test('a reset is an error of the connection', async () => {
  const host = { answers: { paths: { '/': ['a', 'b'] } }, fault: 'reset' };
  await assert.rejects(met(host, ask('/')), /ECONNRESET/);
});
