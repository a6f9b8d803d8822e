import assert from 'node:assert/strict';
import test from 'node:test';
import { faultsOf } from '#model/invariants.ts';
import type { Schedule } from '#model/schedule.ts';
import { stdoutOf, tell, tryMain, tryOut } from './testing/try-out.ts';
import { assertPrinted } from './testing/assert-printed.ts';

/** What a recording tells of connections, files and signals, in the order in which it happens. */

const ECHO = {
  hosts: {
    'shop.example': { delays: { connect: 0.1, first_byte: 0.3 }, answers: { echo: true } },
  },
};

const told = (schedule: Schedule, ...kinds: string[]) =>
  schedule.steps
    .filter(({ kind }) => kinds.includes(kind))
    .map((step) =>
      tell(schedule, step).replace(
        /peer (\d+)/g,
        (_, n: string) => `peer ${schedule.lanes[Number(n)]?.name}`,
      ),
    );

test('one exchange by streams: who sends, who reads, who waits for what', async () => {
  const schedule = await tryMain(
    `
    reader, writer = await asyncio.open_connection("shop.example", 80)
    writer.write(b"hello\\n")
    print(await reader.readline())
    writer.close()
    await writer.wait_closed()
  `,
    { world: ECHO },
  );
  assert.deepEqual(faultsOf(schedule), []);
  assert.deepEqual(told(schedule, 'net'), [
    '0 main @3 net does connect peer shop.example',
    '0.1 shop.example net does accept peer main',
    '0.1 main @4 net does send peer shop.example bytes 6 text hello',
    '0.4 shop.example net does send peer main bytes 6 text hello',
    '0.4 loop net does receive peer shop.example bytes 6 text hello',
    '0.4 loop net does end peer shop.example',
    '0.4 shop.example net does end peer main',
  ]);
  const waits = schedule.steps.flatMap((step) =>
    step.kind === 'wait' && step.waits.for === 'net' ? [[step.waits.does, step.waits.due]] : [],
  );
  assert.deepEqual(waits, [
    ['connect', 100_000],
    ['set-up', undefined],
    ['receive', 400_000],
    ['close', undefined],
  ]);
});

test('a protocol of the program’s own is called as asyncio calls it', async () => {
  const schedule = await tryOut(
    `
    import asyncio

    class Hello(asyncio.Protocol):
        def connection_made(self, transport):
            self.transport = transport
            transport.write(b"hi\\n")

        def data_received(self, data):
            print(data)
            self.transport.close()

        def connection_lost(self, problem):
            done.set_result(problem)

    async def main():
        global done
        loop = asyncio.get_running_loop()
        done = loop.create_future()
        await loop.create_connection(Hello, "shop.example", 80)
        print(await done)

    asyncio.run(main())
  `,
    { world: ECHO },
  );
  assertPrinted(schedule, "b'hi\\n'\nNone\n");
});

test('a name that takes time is looked up in a thread, and the loop goes on', async () => {
  const world = {
    hosts: { 'shop.example': { ...ECHO.hosts['shop.example'], delays: { look_up: 0.2 } } },
  };
  const schedule = await tryMain(
    `
    async def beat():
        await asyncio.sleep(0.1)
        print("beat")
    task = asyncio.create_task(beat())
    await asyncio.open_connection("shop.example", 80)
    print("connected")
  `,
    { world },
  );
  assert.equal(stdoutOf(schedule), 'beat\nconnected\n');
  const wait = schedule.steps.find(
    ({ kind, lane }) => kind === 'wait' && schedule.lanes[lane]?.kind === 'thread' && lane > 0,
  );
  assert.ok(wait);
  assert.deepEqual(faultsOf(schedule), []);
});

test('a program that is a server is called by the clients of its world', async () => {
  const schedule = await tryMain(
    `
    async def handle(reader, writer):
        while line := await reader.readline():
            writer.write(line.upper())
        writer.close()
    async with await asyncio.start_server(handle, "127.0.0.1", 8888):
        await asyncio.sleep(2)
  `,
    { world: { clients: { anna: { at: 0.5, port: 8888, says: ['a\n', 'b\n'], pause: 0.2 } } } },
  );
  assert.deepEqual(
    told(schedule, 'net').filter((step) => step.includes('anna')),
    [
      '0.5 anna net does connect peer loop',
      '0.5 loop net does accept peer anna',
      '0.7 anna net does send peer handle bytes 2 text a',
      '0.7 loop net does receive peer anna bytes 2 text a',
      '0.7 handle @5 net does send peer anna bytes 2 text A',
      '0.9 anna net does send peer handle bytes 2 text b',
      '0.9 loop net does receive peer anna bytes 2 text b',
      '0.9 handle @5 net does send peer anna bytes 2 text B',
      '0.9 anna net does end peer handle',
      '0.9 loop net does receive peer anna bytes 0',
      '0.9 loop net does end peer anna',
    ],
  );
  assert.deepEqual(faultsOf(schedule), []);
});

test('a writer waits in drain until somebody has read', async () => {
  const schedule = await tryMain(
    `
    async def flood(reader, writer):
        writer.transport.set_write_buffer_limits(0)
        for n in range(3):
            writer.write(b"x" * 9)
            await writer.drain()
            print("sent", n)
        writer.close()
    server = await asyncio.start_server(flood, "127.0.0.1", 8888)
    reader, writer = await asyncio.open_connection("127.0.0.1", 8888, limit=1)
    await asyncio.sleep(1)
    print(len(await reader.read(100)))
    await asyncio.sleep(1)
    print(len(await reader.read(100)))
    writer.close()
    server.close()
  `,
    { world: { buffer: 8 } },
  );
  assert.match(stdoutOf(schedule), /^sent 0\n(?:\d+\nsent \d\n)+/);
  assert.ok(
    schedule.steps.some(
      (step) => step.kind === 'wait' && step.waits.for === 'net' && step.waits.does === 'send',
    ),
  );
  assert.deepEqual(faultsOf(schedule), []);
});

test('Ctrl-C cancels the main task, and asyncio.run raises KeyboardInterrupt', async () => {
  const schedule = await tryMain(
    `
    try:
        await asyncio.sleep(5)
    finally:
        print("tidied up")
  `,
    { world: { signals: [{ at: 1, signal: 'SIGINT' }] }, ends: 'raises KeyboardInterrupt' },
  );
  assert.equal(stdoutOf(schedule), 'tidied up\n');
  assert.deepEqual(told(schedule, 'signal', 'cancel'), [
    '1 loop signal name SIGINT',
    '1 loop cancel target main',
  ]);
  assert.deepEqual(faultsOf(schedule), []);
});

test('a signal meets a sleeping thread where it sleeps', async () => {
  const schedule = await tryOut(
    `
    import signal, time
    signal.signal(signal.SIGTERM, lambda number, frame: print(number, time.monotonic()))
    time.sleep(2)
    print(time.monotonic())
  `,
    { world: { signals: [{ at: 0.5, signal: 'SIGTERM' }] } },
  );
  assert.equal(stdoutOf(schedule), '15 0.5\n2.0\n');
});

test('a file holds the loop, and in a thread it does not', async () => {
  const world = { files: { 'a.txt': { text: 'one\ntwo\n', open: 0.1, read: 0.15 } } };
  const schedule = await tryMain(
    `
    def read():
        with open("a.txt") as file:
            return len(file.readlines())
    async def beat():
        for _ in range(6):
            await asyncio.sleep(0.1)
        print("beaten", round(asyncio.get_running_loop().time(), 3))
    task = asyncio.create_task(beat())
    print(await asyncio.to_thread(read))
    print(read())
    await task
  `,
    { world },
  );
  assert.equal(stdoutOf(schedule), '2\n2\nbeaten 0.8\n');
  const blocks = schedule.steps.flatMap((step) =>
    step.kind === 'block' && step.waits?.for === 'file' ? [[step.call, step.lasts]] : [],
  );
  assert.deepEqual(blocks, [
    ['open', 100_000],
    ['file.read', 150_000],
  ]);
  assert.deepEqual(faultsOf(schedule), []);
});

test('two recordings of one program in one world are the same', async () => {
  const once = () =>
    tryMain('print(await asyncio.open_connection("shop.example", 80) is None)', { world: ECHO });
  assert.deepEqual(await once(), await once());
});

for (const [name, fetch] of Object.entries({
  'urllib.request': 'urllib.request.urlopen("http://shop.example/price").read()',
  'http.client': 'get(http.client.HTTPConnection("shop.example"))',
})) {
  test(`${name} holds the loop for as long as it waits, and in a thread nobody`, async () => {
    const world = {
      hosts: {
        'shop.example': {
          delays: { connect: 0.1, first_byte: 0.3 },
          answers: { paths: { '/price': '42' } },
        },
      },
    };
    const schedule = await tryMain(
      `
      import http.client, urllib.request
      def get(link):
          link.request("GET", "/price")
          return link.getresponse().read()
      def fetch():
          return ${fetch}
      async def beat():
          for _ in range(3):
              await asyncio.sleep(0.15)
              print("beat", round(asyncio.get_running_loop().time(), 3))
      task = asyncio.create_task(beat())
      print(await asyncio.to_thread(fetch))
      task = asyncio.create_task(beat())
      await asyncio.sleep(0)
      print(fetch())
      await task
    `,
      { world },
    );
    assertPrinted(
      schedule,
      "beat 0.15\nbeat 0.3\nb'42'\nb'42'\nbeat 0.8\nbeat 0.8\nbeat 0.95\nbeat 1.1\n",
    );
  });
}

test('a client hears what it has not asked for, and goes when its own is answered', async () => {
  const schedule = await tryMain(
    `
    members = set()
    async def handle(reader, writer):
        members.add(writer)
        async for line in reader:
            for member in members:
                member.write(line)
        members.discard(writer)
        writer.close()
        print("gone", round(asyncio.get_running_loop().time(), 3))
    async with await asyncio.start_server(handle, "127.0.0.1", 8888):
        await asyncio.sleep(2)
  `,
    {
      world: {
        clients: {
          anna: { at: 0.1, port: 8888, says: ['a\n'], pause: 0.2 },
          bert: { at: 0.1, port: 8888, says: ['b\n'], pause: 0.5 },
        },
      },
    },
  );
  assertPrinted(schedule, 'gone 0.3\ngone 0.6\n');
});

test('writing to a client that is gone fails from the second time on', async () => {
  const schedule = await tryMain(
    `
    async def handle(reader, writer):
        writer.write(await reader.readline())
        await reader.read()
        for n in range(3):
            try:
                writer.write(b"more")
                await writer.drain()
                print(n)
                await asyncio.sleep(0.1)
            except ConnectionError as problem:
                print(n, repr(problem))
        writer.close()
    async with await asyncio.start_server(handle, "127.0.0.1", 8888):
        await asyncio.sleep(1)
  `,
    { world: { clients: { anna: { at: 0.1, port: 8888, says: ['a\n'] } } } },
  );
  assert.equal(
    stdoutOf(schedule),
    "0\n1 ConnectionResetError('Connection lost')\n2 BrokenPipeError(32, 'Broken pipe')\n",
  );
});
