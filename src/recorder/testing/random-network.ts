import { chance, indent } from './chance.ts';

/** A program with connections, and the world that it meets. */
export interface NetworkProgram {
  readonly text: string;
  readonly world: object;
}

/** Makes programs of random requests, servers and files: each number gives one, always the same. */
export function randomNetwork(seed: number): NetworkProgram {
  const random = chance(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const nap = () => pick([0, 0.05, 0.1, 0.25]);
  const threads = random() < 0.4;
  const queueing = new Set<string>();
  const world = {
    hosts: { shop: host('shop'), bank: host('bank') },
    clients: {
      anna: { at: nap(), port: 8888, says: ['a\n', 'b\n'], pause: nap() },
      bert: { at: nap(), port: 8888, says: ['c\n'], pause: nap() },
    },
    files: { 'prices.txt': { text: 'one\ntwo\n', open: nap(), read: nap() } },
    ...(random() < 0.3 ? { signals: [{ at: 0.3, signal: 'SIGTERM' }] } : {}),
    buffer: pick([64, 65536]),
  };
  const count = 2 + Math.floor(random() * 4);
  const calls = Array.from({ length: count }, (_, n) => [
    `async def work${n}():`,
    ...indent(['try:', ...indent(deed()), 'except OSError as problem:', '    print(problem)']),
    '',
  ]).flat();
  const main = [
    'async def main():',
    '    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, print, "signal")',
    '    server = await asyncio.start_server(handle, "127.0.0.1", 8888)',
    `    await asyncio.gather(${Array.from({ length: count }, (_, n) => `work${n}()`).join(', ')})`,
    '    await asyncio.sleep(1)',
    '    server.close()',
    '',
    'asyncio.run(main())',
  ];
  return { text: `${[...PROLOGUE, ...calls, ...main].join('\n')}\n`, world };

  function host(name: string): object {
    const limited = random() < 0.5;
    const then = pick(['queue', 'refuse']);
    if (limited && then === 'queue') queueing.add(name);
    return {
      delays: {
        look_up: threads ? nap() : 0,
        connect: nap(),
        first_byte: nap(),
        between: nap(),
      },
      answers: {
        paths: { '/one': ['a', 'b', 'c'], '/bad': { body: ['x', 'y'], fault: 'reset' } },
      },
      ...(limited ? { limit: { connections: 1, then } } : {}),
    };
  }

  function deed(): string[] {
    const name = pick(['shop', 'bank']);
    const path = pick(['/one', '/one', '/bad', '/none']);
    return pick<() => string[]>([
      () => [`print(await fetch("${name}", "${path}"))`],
      () => [
        `async with asyncio.timeout(${pick([0.2, 0.4])}):`,
        `    await fetch("${name}", "${path}")`,
      ],
      // Blocked in a line behind a connection of its own, the loop would never let that one go.
      () =>
        queueing.has(name)
          ? [`print(await fetch("${name}", "${path}"))`]
          : [`print(blocking("${name}", "${path}"))`],
      ...(threads
        ? [() => [`print(await asyncio.to_thread(blocking, "${name}", "${path}"))`]]
        : []),
      () => ['print(open("prices.txt").read())'],
      () => [`await asyncio.sleep(${nap()})`, `await fetch("${name}", "${path}")`],
      () => [
        'reader, writer = await asyncio.open_connection("127.0.0.1", 8888)',
        'writer.write(b"self\\n" * 40)',
        'await writer.drain()',
        'print(await reader.readline())',
        'writer.close()',
      ],
    ])();
  }
}

const PROLOGUE = [
  'import asyncio, signal, socket',
  '',
  'async def fetch(host, path):',
  '    reader, writer = await asyncio.open_connection(host, 80)',
  '    writer.write(f"GET {path} HTTP/1.0\\r\\n\\r\\n".encode())',
  '    await writer.drain()',
  '    try:',
  '        return len(await reader.read())',
  '    finally:',
  '        writer.close()',
  '',
  'def blocking(host, path):',
  '    with socket.create_connection((host, 80)) as link:',
  '        link.sendall(f"GET {path} HTTP/1.0\\r\\n\\r\\n".encode())',
  '        return len(link.recv(10)), len(link.recv(100))',
  '',
  'async def handle(reader, writer):',
  '    async for line in reader:',
  '        writer.write(line)',
  '        await writer.drain()',
  '    writer.close()',
  '',
];
