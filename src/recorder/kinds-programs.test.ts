import assert from 'node:assert/strict';
import test from 'node:test';
import type { Schedule, StepKind } from '#model/schedule.ts';
import { stdoutOf, tell, tryMain, tryOut } from './testing/try-out.ts';

/** Programs of other kinds, and what is the same in each recording. */

function told(schedule: Schedule, ...kinds: StepKind[]): string[] {
  return schedule.steps
    .filter(({ kind }) => kinds.includes(kind))
    .map((step) => tell(schedule, step));
}

test('a program without asyncio sleeps on its thread, and all clocks follow', async () => {
  const schedule = await tryOut(`
    import time, datetime
    before = time.monotonic(), datetime.datetime.now()
    time.sleep(1.5)
    print(time.monotonic() - before[0], datetime.datetime.now() - before[1])
  `);
  assert.equal(stdoutOf(schedule), '1.5 0:00:01.500000\n');
  assert.deepEqual(told(schedule, 'set-timer', 'wait'), [
    '0 program @3 set-timer timer 0 due 1500000 callback time.sleep target program',
    '0 program @3 wait waits for timer timer 0',
  ]);
});

test('computing takes the time that the example says, and a loop of lines is one step', async () => {
  const schedule = await tryMain('total = 0\nfor n in range(100):\n    total += n\nprint(total)', {
    machine: { line: 1000 },
  });
  assert.deepEqual(told(schedule, 'line').slice(-2), [
    '0.005 main @5 line lasts 1000',
    '0.006 main @4 line count 199 lasts 199000',
  ]);
});

test('random numbers and hashes are the same in each recording', async () => {
  const program =
    'import random, os, uuid\nprint(random.random(), os.urandom(2), uuid.uuid4(), {"a", "b"})';
  const [one, two] = await Promise.all([tryOut(program), tryOut(program)]);
  assert.equal(stdoutOf(one), stdoutOf(two));
});

test('a thousand tasks are recorded in a few seconds', async () => {
  const before = process.cpuUsage(); // however much else the machine has to do
  const schedule = await tryMain(`
    async def work(n):
        await asyncio.sleep(1)
    await asyncio.gather(*(work(n) for n in range(1000)))`);
  assert.equal(schedule.lanes.length, 1003);
  const { user, system } = process.cpuUsage(before);
  assert.ok(user + system < 5e6);
});

test('a program may make a class of its own from the loop', async () => {
  const schedule = await tryOut(`
    import asyncio
    class Counting(asyncio.SelectorEventLoop):
        calls = 0
        def call_soon(self, *args, **more):
            Counting.calls += 1
            return super().call_soon(*args, **more)
    async def main():
        await asyncio.sleep(1)
        return type(asyncio.get_running_loop()).__name__
    with asyncio.Runner(loop_factory=Counting) as runner:
        print(runner.run(main()), Counting.calls > 0)
  `);
  assert.equal(stdoutOf(schedule), 'Counting True\n');
});
