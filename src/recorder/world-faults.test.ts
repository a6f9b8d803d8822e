import assert from 'node:assert/strict';
import test from 'node:test';
import { faultsOf } from '#model/invariants.ts';
import { refusal, stdoutOf, tryOut, type Trial } from './testing/try-out.ts';
import { assertPrinted } from './testing/assert-printed.ts';

/** Each way in which a host fails, and each thing that a world does not have. */

const FETCH = `
import asyncio, time, socket

async def fetch(host="shop.example", path="/"):
    reader, writer = await asyncio.open_connection(host, 80)
    writer.write(f"GET {path} HTTP/1.0\\r\\n\\r\\n".encode())
    pieces = []
    while piece := await reader.read(1000):
        pieces.append((round(time.monotonic(), 3), piece.split()[-1]))
    writer.close()
    return pieces

async def main():
    try:
        print(await asyncio.wait_for(fetch(), 5))
    except Exception as problem:
        print(type(problem).__name__, problem)

asyncio.run(main())
`;

const BLOCKING = `
import socket, time

try:
    link = socket.create_connection(("shop.example", 80), timeout=2)
    link.sendall(b"GET / HTTP/1.0\\r\\n\\r\\n")
    while piece := link.recv(1000):
        print(time.monotonic(), piece.split()[-1].decode())
except OSError as problem:
    print(type(problem).__name__, problem, time.monotonic())
`;

function shop(more: object = {}, body: readonly string[] = ['one ', 'two']): Trial {
  const answers = { paths: { '/': { body } } };
  const delays = { connect: 0.1, first_byte: 0.2, between: 0.3 };
  return { world: { hosts: { 'shop.example': { delays, answers, ...more } } } };
}

const cases: Readonly<Record<string, [Trial, streams: string, blocking: string]>> = {
  'slow chunks come one by one': [shop(), "[(0.3, b'one'), (0.6, b'two')]\n", '0.3 one\n0.6 two\n'],
  'a reset breaks off in place of the last piece': [
    shop({ fault: 'reset' }),
    'ConnectionResetError [Errno 104] Connection reset by peer\n',
    '0.3 one\nConnectionResetError [Errno 104] Connection reset by peer 0.6\n',
  ],
  'a host that never answers': [
    shop({ fault: 'never' }),
    'TimeoutError \n',
    'TimeoutError timed out 2.1\n',
  ],
  'a name that is not found': [
    shop({ fault: 'unknown' }),
    'gaierror [Errno -2] Name or service not known\n',
    'gaierror [Errno -2] Name or service not known 0.0\n',
  ],
  'a port on which nobody listens': [
    shop({ port: 81 }),
    "ConnectionRefusedError [Errno 111] Connect call failed ('192.0.2.1', 80)\n",
    'ConnectionRefusedError [Errno 111] Connection refused 0.1\n',
  ],
};

for (const [name, [trial, streams, blocking]] of Object.entries(cases)) {
  test(`${name}, by streams`, async () => {
    const schedule = await tryOut(FETCH, trial);
    assertPrinted(schedule, streams);
  });
  test(`${name}, by blocking calls`, async () => {
    const schedule = await tryOut(BLOCKING, trial);
    assertPrinted(schedule, blocking);
  });
}

const THREE = FETCH.replace(
  'print(await asyncio.wait_for(fetch(), 5))',
  'print(*await asyncio.gather(*(fetch() for _ in range(3)), return_exceptions=True), sep="\\n")',
);

test('more connections than a host takes wait in its line', async () => {
  const schedule = await tryOut(THREE, shop({ limit: { connections: 2, then: 'queue' } }, ['one']));
  const one = "[(0.3, b'one')]\n";
  assert.equal(stdoutOf(schedule), `${one}${one}[(0.5, b'one')]\n`);
  const lines = schedule.steps.flatMap((step) =>
    step.kind === 'wait' && step.waits.for === 'outside' ? [step.waits.line ?? 0] : [],
  );
  assert.equal(Math.max(...lines), 1);
  assert.deepEqual(faultsOf(schedule), []);
});

test('more connections than a host takes are refused', async () => {
  const schedule = await tryOut(
    THREE,
    shop({ limit: { connections: 2, then: 'refuse' } }, ['one']),
  );
  assert.match(stdoutOf(schedule), /^(\[\(0\.3, b'one'\)\]\n){2}.*Errno 111.*\n$/);
  assert.deepEqual(faultsOf(schedule), []);
});

test('a name that the world does not have is told, with those that it has', async () => {
  const told =
    'asks for `bank.example`, which `world:` does not name; its hosts are: shop.example.';
  const call = 'import socket\nsocket.create_connection(("bank.example", 80))\n';
  assert.equal(await refusal(call, shop()), `Line 2 ${told}`);
  const streams = FETCH.replace('fetch()', 'fetch("bank.example")');
  assert.match(await refusal(streams, shop()), new RegExp(`^Line \\d+ ${told}$`));
  assert.equal(
    await refusal('import socket\nsocket.socket().connect(("203.0.113.9", 80))\n', shop()),
    `Line 2 ${told.replace('bank.example', '203.0.113.9')}`,
  );
});

test('a signal that nobody handles is told', async () => {
  assert.equal(
    await refusal('import time\ntime.sleep(1)\n', {
      world: { signals: [{ at: 0.5, signal: 'SIGTERM' }] },
    }),
    'Line 2 gets SIGTERM, which nobody handles: it would be killed.',
  );
});

test('without a world there is no network', async () => {
  assert.equal(
    await refusal('import socket\nsocket.socket()\n'),
    "Line 2 calls `socket.socket`, which the recorder's machine does not have. What there is outside a program is stated as `world:` in example.yaml, or in a file that `--world` names.",
  );
  const streams = FETCH.replace('except Exception', 'except OSError');
  assert.match(await refusal(streams), /^Line \d+ calls `loop\.create_connection`/);
});

test('a path may be slower than its host, and fail where the host does not', async () => {
  const paths = {
    '/slow': { body: ['one ', 'two'], delays: { first_byte: 0.5, between: 0.6 } },
    '/bad': { body: ['one ', 'two'], fault: 'reset' },
  };
  const slow = FETCH.replace('path="/"', 'path="/slow"');
  const trial = shop({ answers: { paths } });
  assert.equal(stdoutOf(await tryOut(slow, trial)), "[(0.6, b'one'), (1.2, b'two')]\n");
  const bad = FETCH.replace('path="/"', 'path="/bad"');
  assert.match(stdoutOf(await tryOut(bad, trial)), /^ConnectionResetError/);
});
