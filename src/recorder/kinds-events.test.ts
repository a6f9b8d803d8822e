import assert from 'node:assert/strict';
import test from 'node:test';
import type { Schedule, StepKind } from '#model/schedule.ts';
import { stdoutOf, tell, tryMain, tryOut } from './testing/try-out.ts';

/** What else a recording has to be able to tell. */

function told(schedule: Schedule, ...kinds: StepKind[]): string[] {
  return schedule.steps
    .filter(({ kind }) => kinds.includes(kind))
    .map((step) => tell(schedule, step));
}

test('a timeout cancels its task, which finds a TimeoutError', async () => {
  const schedule = await tryMain(`
    try:
        async with asyncio.timeout(1):
            await asyncio.sleep(9)
    except TimeoutError:
        print("late")`);
  assert.deepEqual(told(schedule, 'cancel', 'throw', 'raise', 'catch'), [
    '1 loop cancel target main',
    '1 main @5 throw exception CancelledError',
    '1 main @4 catch by with exception CancelledError',
    '1 main @4 raise exception TimeoutError',
    '1 main @6 catch by except exception TimeoutError',
  ]);
});

test('a group cancels the others, and except* takes the exceptions apart', async () => {
  const schedule = await tryMain(`
    async def fail():
        raise ValueError("no")
    async def wait():
        await asyncio.sleep(9)
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(wait())
            group.create_task(fail())
    except* ValueError:
        print("caught")`);
  assert.deepEqual(told(schedule, 'cancel', 'end').slice(0, 4), [
    '0 fail end how raised exception ValueError message no',
    '0 loop cancel target wait',
    '0 loop cancel target main',
    '0 wait end how cancelled',
  ]);
  assert.equal(stdoutOf(schedule), 'caught\n');
});

test('a cancellation is passed on to what the task awaits', async () => {
  const schedule = await tryMain(`
    async def inner():
        await asyncio.sleep(9)
    async def outer():
        await asyncio.create_task(inner())
    task = asyncio.create_task(outer())
    await asyncio.sleep(1)
    task.cancel()
    await asyncio.wait([task])`);
  assert.deepEqual(told(schedule, 'cancel'), [
    '1 main @9 cancel target outer',
    '1 main @9 cancel target inner',
  ]);
});

test('asyncio.run cancels at its end what is left', async () => {
  const schedule = await tryMain(`
    async def left():
        await asyncio.sleep(9)
    task = asyncio.create_task(left())
    await asyncio.sleep(1)`);
  assert.deepEqual(told(schedule, 'cancel'), ['1 program @8 cancel target left']);
});

test('a coroutine that is never awaited is warned about where it is lost', async () => {
  const [warning] = told(await tryMain('asyncio.sleep(1)\nprint("on")'), 'warn');
  assert.match(warning ?? '', /^0 main @3 warn .*coroutine 'sleep' was never awaited/);
});

test('an exception that nobody retrieves is told when its task is let go', async () => {
  const schedule = await tryMain(`
    async def fail():
        raise ValueError("no")
    asyncio.create_task(fail())
    await asyncio.sleep(1)`);
  const [warning] = told(schedule, 'warn');
  assert.match(warning ?? '', /^0 loop warn text Task exception was never retrieved.* about fail$/);
});

test('a task that nobody refers to is lost at the collection that the program asks for', async () => {
  const schedule = await tryMain(`
    import gc
    async def lost():
        await asyncio.get_running_loop().create_future()
    asyncio.create_task(lost())
    await asyncio.sleep(1)
    gc.collect()`);
  const [warning] = told(schedule, 'warn');
  assert.match(
    warning ?? '',
    /^1 main @8 warn text Task was destroyed but it is pending!.* about lost$/,
  );
  assert.equal(schedule.lanes.find(({ name }) => name === 'lost')?.how, 'pending');
});

test('debug mode tells of a callback that is slow', async () => {
  const schedule = await tryMain('import time\ntime.sleep(0.3)', { machine: { debug: true } });
  const [warning] = told(schedule, 'warn');
  assert.match(warning ?? '', /^0.3 loop warn text Executing <Task .* took 0.300 seconds/);
});

test('an eager task runs inside the one that creates it', async () => {
  const schedule = await tryMain(`
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    async def work():
        await asyncio.sleep(1)
    task = asyncio.create_task(work())
    print("back")
    await task`);
  assert.deepEqual(told(schedule, 'resume', 'wait', 'print').slice(1, 4), [
    '0 main @6 resume target work with next',
    '0 work @5 wait waits for timer timer 0',
    '0 main @7 print text back\\n stream stdout',
  ]);
});

test('a generator is made, resumed, thrown into and closed by hand', async () => {
  const schedule = await tryOut(`
    def count():
        try:
            yield 1
        except ValueError:
            yield 2
    one, two = count(), count()
    next(one)
    one.throw(ValueError)
    one.close()
    two.send(None)
    del two
  `);
  assert.deepEqual(told(schedule, 'create', 'resume', 'yield', 'throw', 'catch', 'end'), [
    '0 program @6 create child count 1',
    '0 program @6 create child count 2',
    '0 program @7 resume target count 1 with next',
    '0 count 1 @3 yield value 1',
    '0 program @8 resume target count 1 with throw',
    '0 count 1 @3 throw exception ValueError',
    '0 count 1 @4 catch by except exception ValueError',
    '0 count 1 @5 yield value 2',
    '0 program @9 resume target count 1 with close',
    '0 count 1 @5 throw exception GeneratorExit',
    '0 count 1 end how cancelled',
    '0 program @10 resume target count 2 with next',
    '0 count 2 @3 yield value 1',
    '0 program @11 resume target count 2 with close',
    '0 count 2 @3 throw exception GeneratorExit',
    '0 count 2 end how cancelled',
    '0 program end how returned',
  ]);
});

test('a coroutine that is thrown into and returns is no error of the one that awaits it', async () => {
  const schedule = await tryMain(`
    async def inner():
        try:
            await asyncio.sleep(1)
        except asyncio.CancelledError:
            pass
    async def outer():
        await inner()
    task = asyncio.create_task(outer())
    await asyncio.sleep(0)
    task.cancel()
    await task`);
  const thrown = schedule.steps.filter((step) => step.kind === 'throw');
  assert.deepEqual(
    thrown.map((step) => tell(schedule, step)),
    ['0 outer @5 throw exception CancelledError'],
  );
});

test('what is thrown into a generator that delegates reaches the inner one on the same lane', async () => {
  const schedule = await tryOut(`
    def inner():
        try:
            yield 1
        except ValueError:
            yield 2
    def outer():
        yield from inner()
    it = outer()
    next(it)
    print(it.throw(ValueError()))
    it.close()
  `);
  assert.deepEqual(
    schedule.steps
      .filter(({ kind, at }) => at === 0 && /resume|throw|catch|yield|print/.test(kind))
      .map((step) => tell(schedule, step)),
    [
      '0 program @9 resume target outer with next',
      '0 outer @3 yield value 1',
      '0 program @10 resume target outer with throw',
      '0 outer @3 throw exception ValueError',
      '0 outer @4 catch by except exception ValueError',
      '0 outer @5 yield value 2',
      '0 program @10 print text 2\\n stream stdout',
      '0 program @11 resume target outer with close',
      '0 outer @5 throw exception GeneratorExit',
      // To be closed is for both: first for the inner one, then for the outer at its `yield from`.
      '0 outer @7 throw exception GeneratorExit',
    ],
  );
});

test('a generator is left when it hands a value out, and entered again for the next', async () => {
  const schedule = await tryMain(`
    async def pages():
        try:
            for page in range(2):
                await asyncio.sleep(1)
                yield page
        finally:
            print("closed")
    async for page in pages():
        break
    await asyncio.sleep(1)
    print("on")`);
  const inPages = schedule.steps.filter((step) => 'function' in step && step.function === 'pages');
  assert.deepEqual(
    inPages.map((step) => tell(schedule, step)),
    [
      '0 main @3 enter function pages',
      '1 main @7 leave function pages',
      '1 close pages @7 enter function pages',
      '1 close pages @9 leave function pages',
    ],
  );
});
