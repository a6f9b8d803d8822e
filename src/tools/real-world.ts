import type { ChildProcess } from 'node:child_process';
import { createServer, type Server } from 'node:net';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import type { World } from '#model/world.ts';
import { call, Host } from '#tools/real-hosts.ts';

/**
 * The world of an example for a real run: its hosts as small servers on loopback, its clients, and its
 * signals. The program is led there by `real-run/outside.py`. No address but loopback is used.
 */
export interface RealWorld {
  /** What the program's process has to be told. */
  readonly env: Readonly<Record<string, string>>;
  /** Lets clients call and signals come, counted from the moment at which the program starts. */
  follow(child: ChildProcess): void;
  close(): Promise<void>;
}

const LOOPBACK = '127.0.0.1';

export async function serve(world: World): Promise<RealWorld> {
  const servers = new Map<string, Server>();
  const hosts: Record<string, World['hosts'][string] & { readonly real: number }> = {};
  for (const [name, told] of Object.entries(world.hosts)) {
    const host = new Host(told);
    const server = createServer({ allowHalfOpen: true }, (socket) => host.accept(socket));
    await once(server.listen(0, LOOPBACK), 'listening');
    servers.set(name, server);
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('A host has no port.');
    hosts[name] = { ...told, real: address.port };
  }
  const waiting: NodeJS.Timeout[] = [];
  const open: { destroy(): unknown }[] = [];
  for (const server of servers.values()) server.on('connection', (socket) => open.push(socket));
  return {
    env: {
      WORLD: JSON.stringify({ hosts, files: world.files }),
      FILE_CALLS: fileURLToPath(new URL('../recorder/python/file_calls.py', import.meta.url)),
    },
    follow(child) {
      const ports = new Map<number, number>();
      const later = (seconds: number, act: () => void) =>
        waiting.push(setTimeout(act, seconds * 1000));
      const starts = () => {
        for (const { at, signal } of world.signals) later(at, () => child.kill(signal));
        for (const client of Object.values(world.clients))
          later(client.at, () => {
            const port = ports.get(client.port);
            if (port !== undefined) open.push(call(client, port));
          });
      };
      let heard = '';
      (child.stdio[4] as Readable).setEncoding('utf8').on('data', (text: string) => {
        heard += text;
        const lines = heard.split('\n');
        heard = lines.pop() ?? '';
        for (const line of lines) {
          const [word, asked, real] = line.split(' ');
          if (word === 'starts') starts();
          if (word === 'listens') ports.set(Number(asked), Number(real));
        }
      });
    },
    async close() {
      waiting.forEach(clearTimeout);
      open.forEach((socket) => socket.destroy());
      const closed = [...servers.values()].map((server) => once(server.close(), 'close'));
      await Promise.all(closed);
    },
  };
}
