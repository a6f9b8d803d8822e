import assert from 'node:assert/strict';
import test from 'node:test';
import { faultsOf } from '#model/invariants.ts';
import { stdoutOf, tell, tryOut } from './testing/try-out.ts';

const DEADLOCK = `
  import threading, time

  red, blue = threading.Lock(), threading.Lock()

  def take(one, other):
      with one:
          time.sleep(1)
          with other:
              print("both")

  threads = [
      threading.Thread(target=take, args=(red, blue), name="Ada"),
      threading.Thread(target=take, args=(blue, red), name="Ben"),
  ]
  for thread in threads:
      thread.start()
  for thread in threads:
      thread.join()
`;

test('a deadlock of threads says who holds and who waits', async () => {
  const failed = await tryOut(DEADLOCK).catch((error: Error) => error.message);
  assert.equal(
    failed,
    "Everybody waits and nothing is due: program waits for Ada (line 18); Ada waits for the lock 'blue' to be released, " +
      "held by Ben (line 8); Ben waits for the lock 'red' to be released, held by Ada (line 8). " +
      'Declare it with `ends: deadlock`, if that is what the example shows.',
  );
});

test('a deadlock that is declared is recorded', async () => {
  const schedule = await tryOut(DEADLOCK, { ends: 'deadlock' });
  assert.deepEqual(schedule.ends, { how: 'deadlock' });
  assert.deepEqual(faultsOf(schedule), []);
});

test('more threads than the machine has is the error that Python gives', async () => {
  const text = `
    import threading, time
    for _ in range(3):
        threading.Thread(target=time.sleep, args=(1,)).start()`;
  const failed = await tryOut(text, { machine: { threads: 2 } }).catch((e: Error) => e.message);
  assert.match(String(failed), /^The program raises RuntimeError: can't start new thread, but/);
  const schedule = await tryOut(text, { machine: { threads: 3 } });
  assert.equal(schedule.steps.at(-1)?.at, 1_000_000);
});

test('an exception in a thread ends that thread only, and is told on stderr', async () => {
  const schedule = await tryOut(`
    import threading
    def fail():
        raise ValueError("no board")
    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()
    print("goes on")`);
  assert.equal(stdoutOf(schedule), 'goes on\n');
  const lane = schedule.lanes.find(({ name }) => name === 'fail');
  assert.equal(lane?.how, 'raised');
  const told = schedule.steps.filter((step) => step.kind === 'print' && step.stream === 'stderr');
  assert.equal(told.length, 1);
  assert.match(
    told[0]?.kind === 'print' ? told[0].text : '',
    /^Exception in thread Thread-1 \(fail\):\nTraceback [\s\S]*\nValueError: no board\n$/,
  );
});

test('a daemon thread is cut off where the program ends, others are waited for', async () => {
  const schedule = await tryOut(`
    import threading, time
    def work(n):
        time.sleep(n)
        print(n, "is done")
    threading.Thread(target=work, args=(1,)).start()
    threading.Thread(target=work, args=(2,), daemon=True).start()
    print("last line")`);
  assert.equal(stdoutOf(schedule), 'last line\n1 is done\n');
  assert.equal(schedule.steps.at(-1)?.at, 1_000_000);
  assert.deepEqual(
    schedule.lanes.map(({ name, how }) => `${name} ${how}`),
    ['program returned', 'work 1 returned', 'work 2 pending'],
  );
  const waits = schedule.steps.filter(({ kind, lane }) => kind === 'wait' && lane === 0);
  assert.match(tell(schedule, waits.at(-1)!), /wait waits for lane lanes work 1$/);
});

test('an endless loop in a thread is stopped with its line', async () => {
  const text = `
    import threading
    def spin():
        while True:
            try:
                x = 1
            except BaseException:
                pass
    threading.Thread(target=spin).start()`;
  await assert.rejects(
    tryOut(text),
    /^Error: The program does not end within 250,000 lines: stopped on line [4-7]\./,
  );
});

test('a loop that one thread makes, another runs and the first one closes', async () => {
  const schedule = await tryOut(`
    import asyncio, threading

    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever)
    thread.start()

    async def fetch():
        await asyncio.sleep(1)
        return "ok"

    print(asyncio.run_coroutine_threadsafe(fetch(), loop).result())
    loop.call_soon_threadsafe(loop.stop)
    thread.join()
    loop.close()
  `);
  assert.equal(stdoutOf(schedule), 'ok\n');
  assert.deepEqual(faultsOf(schedule), []);
  const loop = schedule.lanes.find(({ kind }) => kind === 'loop');
  assert.equal(schedule.lanes[loop?.on ?? 0]?.name, 'run_forever');
});

test('what a thread of `_thread` raises is told, and nobody else ends', async () => {
  const schedule = await tryOut(`
    import _thread, time

    def work():
        raise ValueError("raw")

    _thread.start_new_thread(work, ())
    time.sleep(1)
    print("on")
  `);
  const written = schedule.steps.map((step) => (step.kind === 'print' ? step.text : '')).join('');
  assert.match(
    written,
    /^Exception ignored in thread started by: <function work at .*>\nTraceback .*\n.*line 4, in work\n.*\nValueError: raw\non\n$/s,
  );
  assert.doesNotMatch(written, /recorder/);
  assert.deepEqual(faultsOf(schedule), []);
});
