import assert from 'node:assert/strict';
import test from 'node:test';
import { stdoutOf, tryMain, tryOut } from './testing/try-out.ts';

/** What a program finds around it: streams, clocks, chance, errors of the system, room on its stack. */

test('the standard streams are as a program without a terminal has them', async () => {
  const schedule = await tryOut(`
    import os, sys
    sys.stdout.buffer.write("caf\\u00e9\\n".encode())
    os.write(1, b"raw\\n")
    sys.stdout.reconfigure(line_buffering=True)
    print("really", file=sys.__stdout__)
    print(sys.stdout.fileno(), sys.stderr.fileno(), sys.stdout.isatty(), repr(sys.stdin.read()))
    try:
        input("name? ")
    except EOFError as error:
        print(error)
    try:
        sys.stdout.write(5)
    except TypeError as error:
        print(error)`);
  assert.equal(
    stdoutOf(schedule),
    "café\nraw\nreally\n1 2 False ''\nname? EOF when reading a line\nwrite() argument must be str, not int\n",
  );
});

test('only computing counts on the clocks of the processor, each thread for itself', async () => {
  const schedule = await tryOut(
    `
    import threading, time
    def work():
        for n in range(9):
            pass
        time.sleep(1)
        print(time.thread_time())
    worker = threading.Thread(target=work)
    worker.start()
    worker.join()
    print(time.thread_time(), time.process_time())`,
    { machine: { line: 10_000 } },
  );
  const [worker = 0, main = 0, all = 0] = stdoutOf(schedule).trim().split(/\s+/).map(Number);
  assert.ok(worker > 0.1 && worker < 0.5 && main > 0 && main < 0.1);
  assert.ok(Math.abs(worker + main - all) < 1e-9);
});

test('chance is the same in each recording, and not the same twice in one', async () => {
  const program = `
    import random, secrets
    one, two = random.Random(), random.Random()
    tokens = secrets.token_hex(8), secrets.token_hex(8)
    print(one.random(), two.random(), *tokens, random.SystemRandom().random())
    print(random.Random(5).random())`;
  const [first, second] = (await Promise.all([tryOut(program), tryOut(program)])).map(stdoutOf);
  assert.equal(first, second);
  const [drawn = '', seeded] = first?.trim().split('\n') ?? [];
  const numbers = drawn.split(' ');
  assert.equal(new Set(numbers).size, numbers.length);
  assert.ok(!numbers.includes('0000000000000000') && !numbers.includes('0.0'));
  assert.equal(seeded, '0.6229016948897019');
});

test('errors about files have the numbers and words of Linux', async () => {
  const schedule = await tryOut(`
    import os
    def told(call, *args):
        try:
            call(*args)
        except OSError as error:
            print(error, repr(error))
    told(open, "nope")
    told(os.mkdir, "/tmp")
    print(44, "[Errno 44]", OSError(44, "mine"))`);
  assert.equal(
    stdoutOf(schedule),
    "[Errno 2] No such file or directory: 'nope' FileNotFoundError(2, 'No such file or directory')\n" +
      "[Errno 17] File exists: '/tmp' FileExistsError(17, 'File exists')\n" +
      '44 [Errno 44] [Errno 44] mine\n',
  );
});

test('a program has all the room on its stack that it has elsewhere, and its traceback is its own', async () => {
  const schedule = await tryOut(
    `
    import sys
    def deeper(n):
        return deeper(n + 1)
    print(sys.getrecursionlimit())
    deeper(0)`,
    { ends: 'raises RecursionError' },
  );
  assert.equal(stdoutOf(schedule), '1000\n');
  const error = schedule.steps.findLast((step) => step.kind === 'print');
  assert.match(
    error?.text ?? '',
    /\[Previous line repeated 996 more times\]\nRecursionError: maximum recursion depth exceeded\n$/,
  );
});

test('a timer that is never due keeps nobody awake, and one of days is due in days', async () => {
  const schedule = await tryMain(`
    import math
    never = asyncio.create_task(asyncio.sleep(math.inf))
    await asyncio.sleep(3 * 86400)
    print(never.cancel())`);
  assert.equal(stdoutOf(schedule), 'True\n');
  assert.equal(schedule.steps.at(-1)?.at, 3 * 86400e6);
  assert.ok(schedule.steps.some((step) => step.kind === 'set-timer' && step.due === 9e15));
});

test('debug mode logs the selector of Linux', async () => {
  const schedule = await tryOut(`
    import asyncio, logging, sys
    logging.basicConfig(level=logging.DEBUG, stream=sys.stdout)
    asyncio.run(asyncio.sleep(0))`);
  assert.equal(stdoutOf(schedule), 'DEBUG:asyncio:Using selector: EpollSelector\n');
});

test('errors of the system have the numbers of Linux, and are equal to those of `errno`', async () => {
  const schedule = await tryOut(`
    import errno, os
    for call in (lambda: open("none"), lambda: os.mkdir("/tmp"), lambda: os.rmdir("/none")):
        try:
            call()
        except OSError as problem:
            print(problem.errno, f"{problem.errno:03d}", repr(problem.errno), problem)
            print(problem.errno in (errno.ENOENT, errno.EEXIST), problem.errno in (2, 17))
  `);
  assert.equal(
    stdoutOf(schedule),
    [
      "2 002 2 [Errno 2] No such file or directory: 'none'",
      'True True',
      "17 017 17 [Errno 17] File exists: '/tmp'",
      'True True',
      "2 002 2 [Errno 2] No such file or directory: '/none'",
      'True True\n',
    ].join('\n'),
  );
});
