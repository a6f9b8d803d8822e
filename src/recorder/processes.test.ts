import assert from 'node:assert/strict';
import test from 'node:test';
import { faultsOf } from '#model/invariants.ts';
import { stdoutOf, tell, tryOut } from './testing/try-out.ts';

test('one process, step by step', async () => {
  const schedule = await tryOut(
    `
    from multiprocessing import Process
    def work(n):
        go = n
    if __name__ == "__main__":
        child = Process(target=work, args=(1,))
        child.start()
        child.join()
  `,
    { machine: { line: 1000, process: 20_000 } },
  );
  assert.deepEqual(schedule.steps.map((step) => tell(schedule, step)).slice(3), [
    '0.003 program @5 line lasts 1000',
    // popen_spawn_posix: the pickled process goes into a pipe, whoever reads it
    '0.005 program @6 create child work bytes 347',
    '0.005 work gil does ask cause by start',
    // the other core is free
    '0.005 work gil does acquire',
    '0.005 work boot lasts 20000',
    // Popen.wait: os.waitpid
    '0.006 program @7 gil does release because waits',
    '0.006 program @7 wait waits for lane lanes work',
    // spawn.prepare runs the program once more, as __mp_main__
    '0.025 work @1 line lasts 1000',
    '0.026 work @2 line lasts 1000',
    '0.027 work @4 line lasts 1000',
    '0.028 work @2 enter function work',
    '0.029 work @3 leave function work',
    '0.029 work gil does release because ends',
    '0.029 work end how returned',
    '0.029 work exit code 0',
    '0.029 program gil does ask cause by lane of work',
    '0.029 program gil does acquire',
    '0.029 program end how returned',
  ]);
});

test("memory, locks, chance and ids are a process's own; what is sent is a copy", async () => {
  const schedule = await tryOut(`
    import os, random
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import Queue, Process
    shown = []
    def look(things):
        things.append("child")
        shown.append(1)
        return os.getpid(), random.random(), things, len(shown)
    if __name__ == "__main__":
        shown.extend([1, 2, 3])
        sent = ["parent"]
        with ProcessPoolExecutor(1) as pool:
            pid, number, things, count = pool.submit(look, sent).result()
        print(pid != os.getpid(), number != random.random(), things, sent, count, len(shown))`);
  assert.equal(stdoutOf(schedule), "True True ['parent', 'child'] ['parent'] 1 3\n");
});

test('locks, queues, events and pipes of multiprocessing work between processes', async () => {
  const schedule = await tryOut(`
    import time
    from multiprocessing import Event, JoinableQueue, Lock, Pipe, Process, Queue, Semaphore, SimpleQueue
    def work(n, lock, ready, line, end, jobs):
        with lock:
            time.sleep(1)
            line.put(n)
        ready.wait()
        end.send(n + end.recv())
        while (job := jobs.get()) is not None:
            jobs.task_done()
        jobs.task_done()
    if __name__ == "__main__":
        lock, ready, line, jobs = Lock(), Event(), Queue(), JoinableQueue()
        pipes = [Pipe() for n in range(2)]
        children = [Process(target=work, args=(n, lock, ready, line, pipes[n][1], jobs)) for n in range(2)]
        for child in children:
            child.start()
        for child in children:
            line.get()
        ready.set()
        for mine, _ in pipes:
            mine.send(10)
        print(sorted(mine.recv() for mine, _ in pipes))
        for job in ("a", "b", None, None):
            jobs.put(job)
        jobs.join()
        for child in children:
            child.join(5)
        print([child.exitcode for child in children])`);
  assert.equal(stdoutOf(schedule), '[10, 11]\n[0, 0]\n');
  assert.deepEqual(faultsOf(schedule), []);
  assert.equal(schedule.steps.at(-1)?.at, 2_000_000);
  const kinds = schedule.resources.map(({ kind, name }) => `${kind} ${name}`);
  assert.ok(kinds.includes('lock lock'), kinds.join());
  assert.ok(kinds.includes('queue line'), kinds.join());
  assert.ok(kinds.includes('event ready'), kinds.join());
});

test('a pool: chunks, results as they come, an exception with its cause, an initializer, fewer cores', async () => {
  const schedule = await tryOut(
    `
    import time
    from concurrent.futures import ProcessPoolExecutor, as_completed
    def begin(text):
        global greeting
        greeting = text
    def nap(n):
        if n == 3:
            raise ValueError("no nap")
        time.sleep(n)
        return f"{greeting} {n}"
    if __name__ == "__main__":
        with ProcessPoolExecutor(2, initializer=begin, initargs=("slept",)) as pool:
            print(list(pool.map(nap, [1, 0, 2], chunksize=2)))
            calls = [pool.submit(nap, n) for n in (2, 1)]
            print([call.result() for call in as_completed(calls)])
            error = pool.submit(nap, 3).exception()
            print(repr(error), type(error.__cause__).__name__)`,
    { machine: { cores: 1, line: 1000, process: 10_000 } },
  );
  assert.equal(
    stdoutOf(schedule),
    "['slept 1', 'slept 0', 'slept 2']\n['slept 1', 'slept 2']\nValueError('no nap') _RemoteTraceback\n",
  );
  assert.deepEqual(faultsOf(schedule), []);
  const calls = schedule.steps.flatMap((step) =>
    step.kind === 'use' && step.does === 'put' && step.call !== undefined ? [step.call] : [],
  );
  assert.deepEqual(calls, ['nap(1) to nap(0)', 'nap(2)', 'nap(2) #2', 'nap(1)', 'nap(3)']);
});

test('the same program gives the same recording', async () => {
  const text = `
    from concurrent.futures import ProcessPoolExecutor
    def work(n):
        return n * n
    if __name__ == "__main__":
        with ProcessPoolExecutor() as pool:
            print(list(pool.map(work, range(4))))`;
  const [one, other] = await Promise.all([tryOut(text), tryOut(text)]);
  assert.deepEqual(one, other);
});
