import assert from 'node:assert/strict';
import test from 'node:test';
import { stdoutOf, tell, tryMain } from './testing/try-out.ts';

/** What each thing that a task can wait for looks like in a recording. */

async function waits(body: string): Promise<string[]> {
  const schedule = await tryMain(body);
  const [names, ...steps] = [
    schedule.resources
      .map(({ kind, name, size }) => `${kind} ${name} ${size ?? ''}`.trim())
      .join(', '),
    ...schedule.steps
      .filter(({ kind }) => kind === 'wait' || kind === 'use')
      .map((step) => tell(schedule, step)),
  ];
  return [names ?? '', ...steps].filter((line) => line !== '' && !line.includes('for loop'));
}

test('a task that is awaited, and one that asks for nothing but its next turn', async () => {
  const body = `
    async def work():
        await asyncio.sleep(0)
    await asyncio.create_task(work())`;
  assert.deepEqual(await waits(body), [
    '0 main @5 wait waits for lane lanes work',
    '0 work @4 wait waits for turn',
  ]);
});

test('asyncio.wait says for how many it waits', async () => {
  const body = `
    async def work(n):
        await asyncio.sleep(n)
    tasks = [asyncio.create_task(work(n)) for n in (1, 2)]
    await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    await asyncio.wait(tasks, return_when=asyncio.FIRST_EXCEPTION)`;
  const found = await waits(body);
  assert.equal(found[0], '0 main @6 wait waits for any lanes work 1 work 2 until first');
  assert.equal(found[3], '1 main @7 wait waits for any lanes work 1 work 2 until exception');
});

test('as_completed waits for the first of those that are left, in both forms', async () => {
  const body = `
    async def work(n):
        await asyncio.sleep(n)
        return n
    async for task in asyncio.as_completed([work(2), work(1)]):
        await task
    for each in asyncio.as_completed([work(2)], timeout=1):
        try:
            await each
        except TimeoutError:
            print("late")`;
  const found = await waits(body);
  assert.match(found[0] ?? '', /^0 main @6 wait waits for any lanes work 1 work 2 until first$/);
  assert.match(found[3] ?? '', /^1 main @6 wait waits for any lanes work [12] until first$/);
  assert.match(found[4] ?? '', /^2 main @10 wait waits for any lanes work 3 until first$/);
});

test('coroutines and futures that end together come in the order in which they were given', async () => {
  const schedule = await tryMain(`
    from concurrent import futures
    async def work(n):
        await asyncio.sleep(1)
        return n
    for done in asyncio.as_completed([work(n) for n in range(9)]):
        print(await done, end=" ")
    with futures.ThreadPoolExecutor(9) as pool:
        jobs = [pool.submit(lambda n: n, n) for n in range(9)]
        print(*(job.result() for job in futures.wait(jobs).done), end=" ")
        print(*(job.result() for job in futures.as_completed(jobs)))`);
  const order = [0, 1, 2, 3, 4, 5, 6, 7, 8];
  // CPython hands out those that are done already from the end of their list.
  const all = [...order, ...order, ...order.toReversed()];
  assert.equal(stdoutOf(schedule), `${all.join(' ')}\n`);
});

test('a semaphore has its size, and a lock the name that it was given first', async () => {
  const body = `
    places, gate = asyncio.Semaphore(2), asyncio.Lock()
    async def work(places, lock):
        async with places, lock:
            await asyncio.sleep(1)
    await asyncio.gather(*(work(places, gate) for _ in range(3)))`;
  assert.deepEqual(await waits(body), [
    'semaphore places 2, lock gate',
    '0 main @7 wait waits for gather lanes work 1 work 2 work 3',
    '0 work 1 @5 use resource 0 does acquire',
    '0 work 1 @5 use resource 1 does acquire',
    '0 work 1 @6 wait waits for timer timer 0',
    '0 work 2 @5 use resource 0 does acquire',
    '0 work 2 @5 wait waits for resource resource 1 until free',
    '0 work 3 @5 wait waits for resource resource 0 until free',
    '1 work 1 @5 use resource 1 does release',
    '1 work 1 @5 use resource 0 does release',
    '1 work 2 @5 use resource 1 does acquire',
    '1 work 2 @6 wait waits for timer timer 1',
    '1 work 3 @5 use resource 0 does acquire',
    '1 work 3 @5 wait waits for resource resource 1 until free',
    '2 work 2 @5 use resource 1 does release',
    '2 work 2 @5 use resource 0 does release',
    '2 work 3 @5 use resource 1 does acquire',
    '2 work 3 @6 wait waits for timer timer 2',
    '3 work 3 @5 use resource 1 does release',
    '3 work 3 @5 use resource 0 does release',
  ]);
});

test('a queue is full, empty, joined and shut down', async () => {
  const body = `
    line = asyncio.Queue(1)
    async def take():
        while True:
            try:
                await line.get()
            except asyncio.QueueShutDown:
                return
            line.task_done()
    task = asyncio.create_task(take())
    await line.put(1)
    await line.put(2)
    await line.join()
    line.shutdown()
    await task`;
  assert.deepEqual(await waits(body), [
    'queue line 1',
    '0 main @12 use resource 0 does put',
    '0 main @13 wait waits for resource resource 0 until space',
    '0 take @7 use resource 0 does get',
    '0 take @10 use resource 0 does task-done',
    '0 take @7 wait waits for resource resource 0 until item',
    '0 main @13 use resource 0 does put',
    '0 main @14 wait waits for resource resource 0 until joined',
    '0 take @7 use resource 0 does get',
    '0 take @10 use resource 0 does task-done',
    '0 take @7 wait waits for resource resource 0 until item',
    '0 main @15 use resource 0 does shutdown',
    '0 main @16 wait waits for lane lanes take',
  ]);
});

test('an event, a condition and a barrier', async () => {
  const body = `
    ready, changed, meeting = asyncio.Event(), asyncio.Condition(), asyncio.Barrier(2)
    async def other():
        await ready.wait()
        async with changed:
            await changed.wait()
        await meeting.wait()
    task = asyncio.create_task(other())
    await asyncio.sleep(0)
    ready.set()
    await asyncio.sleep(0)
    async with changed:
        changed.notify()
    await meeting.wait()
    ready.clear()
    await task`;
  assert.deepEqual(await waits(body), [
    'event ready, condition changed, barrier meeting 2',
    '0 main @10 wait waits for turn',
    '0 other @5 wait waits for resource resource 0 until set',
    '0 main @11 use resource 0 does set',
    '0 main @12 wait waits for turn',
    '0 other @6 use resource 1 does acquire',
    '0 other @7 use resource 1 does release',
    '0 other @7 wait waits for resource resource 1 until notified',
    '0 main @13 use resource 1 does acquire',
    '0 main @14 use resource 1 does notify',
    '0 main @13 use resource 1 does release',
    '0 main @15 use resource 2 does arrive',
    '0 main @15 wait waits for resource resource 2 until all-arrived',
    '0 other @7 use resource 1 does acquire',
    '0 other @6 use resource 1 does release',
    '0 other @8 use resource 2 does arrive',
    '0 main @16 use resource 0 does clear',
  ]);
});

test('a future that the program sets, and a task behind a shield', async () => {
  const body = `
    async def work():
        await asyncio.sleep(1)
    answer = asyncio.get_running_loop().create_future()
    asyncio.get_running_loop().call_later(1, answer.set_result, 7)
    await answer
    await asyncio.shield(work())`;
  assert.deepEqual(await waits(body), [
    '0 main @7 wait waits for future name answer',
    '1 main @8 wait waits for shield lanes work',
    '1 work @4 wait waits for timer timer 1',
  ]);
});

test('eight equal sleeps wake in the order in which they were set, in one turn of the loop', async () => {
  const schedule = await tryMain(`
    async def work(n):
        await asyncio.sleep(1)
        print(n)
    await asyncio.gather(*(work(n) for n in range(8)))`);
  const due = schedule.steps.filter(({ kind }) => kind === 'due');
  assert.deepEqual(
    due.map((step) => tell(schedule, step)),
    Array.from({ length: 8 }, (_, n) => `1 loop due timer ${n}`),
  );
  const after = schedule.steps.slice(schedule.steps.indexOf(due[0]!));
  const rounds = after.flatMap((step) => ('round' in step && step.round ? [step.kind] : []));
  // The timers' callbacks, the eight tasks, what gather counts, main and the loop's stop.
  assert.deepEqual(rounds, ['call', 'pick', 'call', 'pick', 'call']);
  const printed = schedule.steps.flatMap((step) =>
    step.kind === 'print' ? [step.text.trim()] : [],
  );
  assert.deepEqual(printed, ['0', '1', '2', '3', '4', '5', '6', '7']);
});

test('a gather whose time is up waits for its members to be cancelled', async () => {
  const schedule = await tryMain(`
    try:
        await asyncio.wait_for(asyncio.gather(asyncio.sleep(1), asyncio.sleep(2)), 0)
    except TimeoutError:
        print("at once")`);
  assert.equal(stdoutOf(schedule), 'at once\n');
  const waits = schedule.steps.flatMap((step) => (step.kind === 'wait' ? [step.waits.for] : []));
  assert.deepEqual(waits.slice(0, 2), ['loop', 'gather']);
});
