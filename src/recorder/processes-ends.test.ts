import assert from 'node:assert/strict';
import test from 'node:test';
import { faultsOf } from '#model/invariants.ts';
import type { Schedule } from '#model/schedule.ts';
import { stdoutOf, tryOut } from './testing/try-out.ts';

/** What may go wrong with processes, and what a program may not ask for. */

function codes({ processes = [] }: Schedule): (number | undefined)[] {
  return processes.slice(1).map(({ code }) => code);
}

function stderrOf({ steps }: Schedule): string {
  return steps
    .map((step) => (step.kind === 'print' && step.stream === 'stderr' ? step.text : ''))
    .join('');
}

async function failure(text: string, machine: object = {}): Promise<string> {
  return tryOut(text, { machine }).then(
    () => 'it was recorded',
    (error: Error) => error.message,
  );
}

test('an argument that cannot be pickled fails where the process is started', async () => {
  const schedule = await tryOut(`
    import multiprocessing, threading
    def work(lock):
        print("never")
    if __name__ == "__main__":
        try:
            multiprocessing.Process(target=work, args=(threading.Lock(),)).start()
        except TypeError as error:
            print(error)
        try:
            multiprocessing.Process(target=lambda: 1).start()
        except Exception as error:
            print(type(error).__name__)`);
  assert.equal(stdoutOf(schedule), "cannot pickle '_thread.lock' object\nPicklingError\n");
  assert.equal(schedule.processes, undefined);
});

test('a result that cannot be pickled is told by the future', async () => {
  const schedule = await tryOut(`
    import threading
    from concurrent.futures import ProcessPoolExecutor
    if __name__ == "__main__":
        with ProcessPoolExecutor(1) as pool:
            print(repr(pool.submit(threading.Lock).exception()))`);
  assert.equal(stdoutOf(schedule), `TypeError("cannot pickle '_thread.lock' object")\n`);
  assert.deepEqual(faultsOf(schedule), []);
});

test('an exception in a child ends that process only, with exit code 1', async () => {
  const schedule = await tryOut(`
    import sys
    from multiprocessing import Process
    def fail():
        raise ValueError("no board")
    if __name__ == "__main__":
        for work in (fail, sys.exit):
            child = Process(target=work)
            child.start()
            child.join()
            print(child.exitcode)`);
  assert.equal(stdoutOf(schedule), '1\n0\n');
  assert.match(stderrOf(schedule), /^Process SpawnProcess-1:|^Process Process-1:/);
  assert.match(stderrOf(schedule), /ValueError: no board\n$/);
  assert.deepEqual(codes(schedule), [1, 0]);
  assert.deepEqual(faultsOf(schedule), []);
});

test('a pool whose worker dies is broken; a child that is terminated has the signal as its code', async () => {
  const schedule = await tryOut(`
    import os, time
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import Process
    def die():
        os._exit(3)
    if __name__ == "__main__":
        with ProcessPoolExecutor(1) as pool:
            print(type(pool.submit(die).exception()).__name__)
        child = Process(target=time.sleep, args=(100,))
        child.start()
        time.sleep(1)
        child.terminate()
        child.join()
        print(child.exitcode)`);
  assert.equal(stdoutOf(schedule), 'BrokenProcessPool\n-15\n');
  assert.deepEqual(codes(schedule), [3, -15]);
  assert.equal(schedule.lanes.find(({ name }) => name === 'sleep')?.how, 'killed');
  assert.equal(schedule.steps.at(-1)?.at, 1_000_000);
  assert.deepEqual(faultsOf(schedule), []);
});

test('a daemonic process is ended with its parent, another is waited for', async () => {
  const schedule = await tryOut(`
    import time
    from multiprocessing import Process
    def work(n):
        time.sleep(n)
        print(n, "is done")
    if __name__ == "__main__":
        Process(target=work, args=(9,), daemon=True).start()
        Process(target=work, args=(1,)).start()
        print("last line")`);
  assert.equal(stdoutOf(schedule), 'last line\n1 is done\n');
  assert.deepEqual(codes(schedule), [-15, 0]);
});

test('without a main guard the child is stopped by Python itself', async () => {
  const schedule = await tryOut(`
    from multiprocessing import Process
    child = Process(target=print, args=("never",))
    child.start()
    child.join()
    print(child.exitcode)`);
  assert.equal(stdoutOf(schedule), '1\n');
  assert.match(
    stderrOf(schedule),
    /RuntimeError: \n +An attempt has been made to start a new process/,
  );
});

test('start methods other than spawn, and memory that is shared, are refused with their line', async () => {
  const wanted = {
    "multiprocessing.set_start_method('fork')": "the start method 'fork'",
    "multiprocessing.get_context('forkserver')": "the start method 'forkserver'",
    'multiprocessing.Pool(2)': 'multiprocessing.Pool',
    'multiprocessing.Manager()': 'multiprocessing.Manager',
    'shared_memory.SharedMemory(create=True, size=8)': 'multiprocessing.shared_memory',
  };
  for (const [call, told] of Object.entries(wanted)) {
    const failed = await failure(`
      import multiprocessing
      from multiprocessing import shared_memory
      ${call}`);
    assert.equal(failed, `Line 3 calls \`${told}\`, which the recorder's machine does not have.`);
  }
});

test('what a child is refused stops the recording with its line', async () => {
  const failed = await failure(`
    import os
    from multiprocessing import Process
    def work():
        os.fork()
    if __name__ == "__main__":
        child = Process(target=work)
        child.start()
        child.join()`);
  assert.equal(failed, "Line 4 calls `os.fork`, which the recorder's machine does not have.");
});

test('more processes than the machine has is the error that Python gives', async () => {
  const text = `
    import time
    from multiprocessing import Process
    if __name__ == "__main__":
        for n in range(2):
            Process(target=time.sleep, args=(1,)).start()`;
  const failed = await failure(text, { processes: 1 });
  assert.match(failed, /^The program raises BlockingIOError: \[Errno \d+\] Resource temporarily/);
});

test('a deadlock between processes says who waits in each', async () => {
  const text = `
    from multiprocessing import Process, Queue
    def work(mine, other):
        other.put(mine.get())
    if __name__ == "__main__":
        red, blue = Queue(), Queue()
        children = [Process(target=work, args=args) for args in ((red, blue), (blue, red))]
        for child in children:
            child.start()
        for child in children:
            child.join()`;
  assert.equal(
    await failure(text),
    'Everybody waits and nothing is due: program waits for Process-1 (line 10); ' +
      "work waits for the queue 'mine' for an item (line 3); work waits for the queue 'mine' for an item (line 3). " +
      'Declare it with `ends: deadlock`, if that is what the example shows.',
  );
  const schedule = await tryOut(text, { ends: 'deadlock' });
  assert.deepEqual(faultsOf(schedule), []);
  assert.deepEqual(codes(schedule), [undefined, undefined]);
});

test('an endless loop in a child is stopped with its line', async () => {
  const failed = await failure(`
    from multiprocessing import Process
    def spin():
        while True:
            x = 1
    if __name__ == "__main__":
        Process(target=spin).start()`);
  assert.match(failed, /^The program does not end within 250,000 lines: stopped on line [34]\./);
});

test('a program that asks for processes in a way that is not seen beforehand is told so', async () => {
  const failed = await failure(`
    import importlib, threading
    importlib.import_module("multi" + "processing")`);
  assert.match(failed, /`import multiprocessing`/);
});
