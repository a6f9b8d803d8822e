import assert from 'node:assert/strict';
import test from 'node:test';
import { refusal, stdoutOf, tryMain, tryOut } from './testing/try-out.ts';

test('an endless loop is stopped, with its line', async () => {
  const message = await refusal('n = 0\nwhile True:\n    n += 1\n');
  assert.match(message, /^The program does not end within 250,000 lines: stopped on line [23]\./);
});

test('an endless loop on one line is stopped, too', async () => {
  assert.match(
    await refusal('x = 1\nwhile True: pass\n'),
    /^The program does not end within 250,000 lines: stopped on line 2/,
  );
});

test('an endless loop cannot catch the stop', async () => {
  const text = 'while True:\n    try:\n        x = 1\n    except BaseException:\n        pass\n';
  assert.match(
    await refusal(text),
    /^The program does not end within 250,000 lines: stopped on line \d/,
  );
});

test('an endless call in C is stopped from outside, with its line', async () => {
  const text = 'import itertools\nx = 1\nsum(itertools.repeat(1))\n';
  assert.equal(
    await refusal(text),
    'The program was still running after 5 s. It was on line 3, inside a call that does not come back.',
  );
});

test('a program that goes on for ever in turns is stopped at the step limit', async () => {
  const text =
    'import asyncio\nasync def main():\n    while True:\n        await asyncio.sleep(1)\nasyncio.run(main())\n';
  assert.match(
    await refusal(text),
    /^The program does not end within 20,000 steps: stopped on line \d/,
  );
});

test('a hang that is declared is recorded, and short', async () => {
  const schedule = await tryOut('while True:\n    print("again")\n', { ends: 'hangs' });
  assert.equal(schedule.ends.how, 'hangs');
  assert.ok(schedule.steps.length <= 301);
});

test('a syntax error is named with its line', async () => {
  assert.match(
    await refusal('x = 1\nasync with x: pass\n'),
    /^SyntaxError: 'async with' outside async function \(line 2\)/,
  );
});

test('a syntax error that is declared is what is recorded', async () => {
  const { ends, steps } = await tryOut('async with x: pass\n', { ends: 'syntax-error' });
  assert.deepEqual(ends, {
    how: 'syntax-error',
    exception: 'SyntaxError',
    message: "'async with' outside async function",
    line: 1,
    from: 1,
    to: 19,
  });
  assert.deepEqual(steps, []);
});

test('a program of a hundred thousand rounds is recorded, and so is an empty one', async () => {
  assert.equal(
    stdoutOf(await tryOut('t = 0\nfor n in range(100_000):\n    t += n\nprint(t)')),
    '4999950000\n',
  );
  for (const text of ['', '# nothing\n', '\uFEFFpass\n'])
    assert.equal((await tryOut(text)).ends.how, 'returns');
});

test('what no Python can read is a syntax error', async () => {
  assert.match(await refusal('print(1)\0\n'), /^SyntaxError: .*null bytes \(line 1\)/);
});

test('an import that is not there is named', async () => {
  assert.match(
    await refusal('import trio\n'),
    /^The program raises ModuleNotFoundError: .*trio.*but is declared to end with `returns`\. What can be imported is Python's standard library.* Declare it with `ends: raises ModuleNotFoundError`/,
  );
});

test('an exception that is declared is recorded, with its traceback', async () => {
  const schedule = await tryOut('raise TypeError("no")\n', { ends: 'raises TypeError' });
  assert.deepEqual(schedule.ends, { how: 'raises', exception: 'TypeError', message: 'no' });
  const print = schedule.steps.find(({ kind }) => kind === 'print');
  assert.ok(print?.kind === 'print' && print.stream === 'stderr');
  assert.match(print.text, /^Traceback .*\n {2}File "example.py", line 1, in <module>\n/);
  assert.equal(schedule.lanes[0]?.how, 'raised');
});

test('an exception that was declared and does not come is missed', async () => {
  assert.equal(
    await refusal('x = 1\n', { ends: 'raises TypeError' }),
    'The program returns, but is declared: `ends: raises TypeError`.',
  );
});

test('a deadlock says who waits for what', async () => {
  const body = `
    lock = asyncio.Lock()
    async def other():
        async with lock:
            await asyncio.Event().wait()
    task = asyncio.create_task(other())
    await asyncio.sleep(0)
    await lock.acquire()`;
  const failed = await tryMain(body).catch((error: Error) => error.message);
  assert.equal(
    failed,
    "Everybody waits and nothing is due: main waits for the lock 'lock' to be released, held by other (line 9); " +
      "other waits for the event 'event' to be set (line 6). " +
      'Declare it with `ends: deadlock`, if that is what the example shows.',
  );
});

test('what a group or a lost process told is in the message', async () => {
  const group = `
    async with asyncio.TaskGroup() as group:
        group.create_task(asyncio.wait_for(asyncio.Event().wait(), 1))`;
  const failed = await tryMain(group).catch((error: Error) => error.message);
  assert.match(String(failed), /\n {2}\+ Exception Group Traceback [^]*TimeoutError\n/);
});

const OUTSIDE =
  ' What there is outside a program is stated as `world:` in example.yaml, or in a file that `--world` names.';
const SHARED = 'multiprocessing.Value or Array';

for (const [what, call, named] of [
  ['a socket', 'await asyncio.open_connection("localhost", 80)', 'loop.create_connection'],
  ['a subprocess', 'await asyncio.create_subprocess_exec("ls")', 'loop.subprocess_exec'],
  ['a fork', 'import os; os.fork()', 'os.fork'],
  ['a signal handler', 'import signal; signal.signal(2, print)', 'signal.signal'],
  ['ctypes', 'import ctypes', 'import ctypes'],
  ['a profile beside threads', 'import sys, threading; sys.setprofile(print)', 'sys.setprofile'],
  ['cProfile beside threads', 'import threading, cProfile', 'import cProfile'],
  [
    'monitoring beside threads',
    'import sys, threading; sys.monitoring.set_events(1, 2)',
    'sys.monitoring.set_events',
  ],
  [
    'a selector',
    'asyncio.SelectorEventLoop(object())',
    'SelectorEventLoop with a selector of its own',
  ],
  ['a plain socket', 'import socket; socket.socket()', 'socket.socket'],
  ['a look-up', 'import socket; socket.gethostbyname("x.example")', 'socket.gethostbyname'],
  ['a hard exit', 'import os; os._exit(3)', 'os._exit'],
  ['shared memory', 'import multiprocessing; multiprocessing.Value("i", 0)', SHARED],
  ['a plain subprocess', 'import subprocess; subprocess.run(["ls"])', 'subprocess.Popen'],
] as const) {
  test(`${what} is refused with the line that asks for it`, async () => {
    const failed = await tryMain(call).catch((error: Error) => error.message);
    const needsWorld = /socket|connection|signal\.signal/.test(named);
    assert.equal(
      failed,
      `Line 3 calls \`${named}\`, which the recorder's machine does not have.${needsWorld ? OUTSIDE : ''}`,
    );
  });
}
