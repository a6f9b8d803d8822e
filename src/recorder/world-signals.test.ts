import assert from 'node:assert/strict';
import test from 'node:test';
import { faultsOf } from '#model/invariants.ts';
import { stdoutOf, tryOut } from './testing/try-out.ts';
import { assertPrinted } from './testing/assert-printed.ts';

/** Signals meet the main thread wherever it waits, as CPython 3.11 and 3.13 were seen to do. */

const world = {
  hosts: { 'shop.example': { fault: 'never', answers: { paths: { '/': 'ok' } } } },
  signals: [
    { at: 0.2, signal: 'SIGTERM' },
    { at: 0.4, signal: 'SIGINT' },
  ],
};

const HEAD = `
import asyncio, queue, signal, socket, threading, time
from concurrent.futures import ThreadPoolExecutor
signal.signal(signal.SIGTERM, lambda number, frame: print(number, time.monotonic()))
def later():
    time.sleep(0.6)
`;

/** Each waits longer than until the second signal. */
const waits: Readonly<Record<string, string>> = {
  'time.sleep': 'time.sleep(1)',
  'Lock.acquire': 'held = threading.Lock()\nheld.acquire()\nheld.acquire()',
  'Thread.join': 'thread = threading.Thread(target=later)\nthread.start()\nthread.join()',
  'Event.wait': 'threading.Event().wait()',
  'Event.wait with a timeout': 'threading.Event().wait(1)',
  'Queue.get': 'queue.Queue().get()',
  'Future.result': 'pool = ThreadPoolExecutor()\npool.submit(later).result()',
  'socket.recv':
    'link = socket.create_connection(("shop.example", 80))\nlink.sendall(b"GET / HTTP/1.0\\r\\n\\r\\n")\nlink.recv(1)',
  'a blocking call on the loop':
    'async def main():\n    threading.Event().wait(1)\nasyncio.run(main())',
};

/** asyncio's own handler of SIGINT only asks, and the loop hears of it when it has its turn. */
const AT: Readonly<Record<string, number>> = { 'a blocking call on the loop': 1 };

for (const [name, call] of Object.entries(waits)) {
  test(`a signal meets the main thread in ${name}`, async () => {
    const body = `try:\n${call.replace(/^/gm, '    ')}\nexcept KeyboardInterrupt:\n    print("interrupted", time.monotonic())\n`;
    const schedule = await tryOut(`${HEAD}${body}`, { world });
    const end = AT[name] ?? 0.4;
    assertPrinted(schedule, `15 0.2\ninterrupted ${end.toFixed(1)}\n`);
  });
}

test('a handler may bring what the main thread waits for', async () => {
  const schedule = await tryOut(
    `
    import signal, threading, time
    stop = threading.Event()
    signal.signal(signal.SIGTERM, lambda *_: stop.set())
    stop.wait()
    print(time.monotonic())
  `,
    { world: { signals: [{ at: 0.2, signal: 'SIGTERM' }] } },
  );
  assertPrinted(schedule, '0.2\n');
});

test('what signal.signal does not take', async () => {
  const schedule = await tryOut(
    `
    import asyncio, signal, threading
    def tell(call, *args):
        try:
            print(repr(call(*args)))
        except (OSError, RuntimeError, TypeError, ValueError) as problem:
            print(repr(problem))
    tell(signal.signal, signal.SIGTERM, 3)
    tell(signal.signal, 999, print)
    tell(signal.signal, "x", print)
    tell(signal.signal, signal.SIGKILL, print)
    tell(signal.getsignal, 999)
    tell(signal.signal, signal.SIGTERM, signal.SIG_IGN)
    tell(signal.signal, 15, lambda number, frame: print(repr(number)))
    signal.raise_signal(signal.SIGTERM)
    thread = threading.Thread(target=tell, args=(signal.signal, signal.SIGTERM, print))
    thread.start()
    thread.join()
    async def main():
        tell(asyncio.get_running_loop().add_signal_handler, signal.SIGKILL, print)
    asyncio.run(main())
  `,
    { world: {} },
  );
  assert.deepEqual(stdoutOf(schedule).trim().split('\n'), [
    "TypeError('signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable object')",
    "ValueError('signal number out of range')",
    `TypeError("'str' object cannot be interpreted as an integer")`,
    "OSError(22, 'Invalid argument')",
    "ValueError('signal number out of range')",
    '<Handlers.SIG_DFL: 0>',
    '<Handlers.SIG_IGN: 1>',
    '15',
    "ValueError('signal only works in main thread of the main interpreter')",
    "RuntimeError('sig 9 cannot be caught')",
  ]);
});

test('a program can send signals to itself, and takes them at once', async () => {
  const schedule = await tryOut(
    `
    import os, signal, threading, time
    signal.signal(signal.SIGTERM, lambda number, frame: print("got", number, time.monotonic()))
    os.kill(os.getpid(), signal.SIGTERM); print("after")
    signal.raise_signal(signal.SIGTERM); print("after")
    os.kill(os.getpid(), 0)
    signal.raise_signal(signal.SIGWINCH)
    threading.Timer(0.2, os.kill, [os.getpid(), signal.SIGTERM]).start()
    time.sleep(0.5)
    print(time.monotonic())
  `,
    { world: {} },
  );
  assertPrinted(schedule, 'got 15 0.0\nafter\ngot 15 0.0\nafter\ngot 15 0.2\n0.5\n');
});

test('an interrupt at the end of a program lets it wait for no thread any more', async () => {
  const schedule = await tryOut(
    `
    import threading, time
    threading.Thread(target=time.sleep, args=(0.5,)).start()
  `,
    { world: { signals: [{ at: 0.2, signal: 'SIGINT' }] } },
  );
  assert.equal(schedule.steps.at(-1)?.at, 200_000);
  assert.match(
    schedule.steps.map((step) => (step.kind === 'print' ? step.text : '')).join(''),
    /^Exception ignored on threading shutdown:\nTraceback.*\nKeyboardInterrupt: \n$/s,
  );
  assert.deepEqual(faultsOf(schedule), []);
});

test('a signal that comes as what is waited for comes loses neither', async () => {
  const schedule = await tryOut(
    `
    import queue, signal, threading, time
    signal.signal(signal.SIGTERM, lambda *_: print("signal", time.monotonic()))
    items = queue.Queue()
    threading.Timer(0.2, items.put, ["item"]).start()
    print(items.get(), time.monotonic())
  `,
    { world: { signals: [{ at: 0.2, signal: 'SIGTERM' }] } },
  );
  assertPrinted(schedule, 'signal 0.2\nitem 0.2\n');
});

for (const [kind, imported] of [
  ['one thread', 'time'],
  ['threads', 'threading, time'],
]) {
  test(`a signal that comes between two runs of a loop is handled by the second: ${kind}`, async () => {
    const schedule = await tryOut(
      `
      import asyncio, signal, ${imported}
      loop = asyncio.new_event_loop()
      loop.add_signal_handler(signal.SIGTERM, lambda: print("handled", loop.time()))
      loop.run_until_complete(asyncio.sleep(0.1))
      time.sleep(0.2)
      print("slept", time.monotonic())
      loop.run_until_complete(asyncio.sleep(0.1))
      loop.close()
    `,
      { world: { signals: [{ at: 0.2, signal: 'SIGTERM' }] } },
    );
    assert.match(stdoutOf(schedule), /^slept 0\.30*\d*\nhandled 0\.3\d*\n$/);
    assert.deepEqual(faultsOf(schedule), []);
  });
}
