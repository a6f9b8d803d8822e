import assert from 'node:assert/strict';
import test from 'node:test';
import { tell, tryOut } from './testing/try-out.ts';

/** Each step with what it follows from in CPython 3.14: its library, or `ceval_gil.c` and `_threadmodule.c`. */
test('two threads and a lock, step by step', async () => {
  const schedule = await tryOut(
    `
    import threading

    gate = threading.Lock()

    def go():
        pass

    def work(n):
        with gate:
            go()
            go()

    threads = [threading.Thread(target=work, args=(n,)) for n in range(2)]
    for thread in threads:
        thread.start()
    threads[0].join()
  `,
    { machine: { line: 3000 } },
  );
  assert.deepEqual(
    schedule.steps
      .map((step) => tell(schedule, step))
      .filter((step) => !/ (line|enter|leave) /.test(step)),
    [
      // _threadmodule.c do_start_joinable_thread: the new thread takes a thread state and asks
      '0.021 program @15 create child work 0',
      '0.021 work 0 gil does ask cause by start',
      // threading.Thread.start: self._started.wait()
      '0.021 program @15 gil does release because waits',
      '0.021 program @15 wait waits for started lanes work 0',
      '0.021 work 0 gil does acquire',
      // Thread._bootstrap_inner: self._started.set() wakes the one who started it
      '0.021 program gil does ask cause by started of work 0',
      // the function's first lines; the lock is free
      '0.024 work 0 @9 use resource 0 does acquire',
      // ceval_gil.c take_gil: 5 ms without a switch set gil_drop_request, seen at the head of go
      '0.027 work 0 @6 gil does release because asked',
      '0.027 program gil does acquire',
      '0.033 program @15 create child work 1',
      '0.033 work 1 gil does ask cause by start',
      '0.033 program @15 gil does release because waits',
      '0.033 program @15 wait waits for started lanes work 1',
      '0.033 work 0 gil does acquire',
      // asked for since 0.033, seen at the head of the second go; the lock is kept meanwhile
      '0.039 work 0 @6 gil does release because asked',
      '0.039 work 1 gil does acquire',
      '0.039 program gil does ask cause by started of work 1',
      // lock.c _PyMutex_LockTimed: parks, and gives the GIL up for that
      '0.042 work 1 @9 gil does release because waits',
      '0.042 work 1 @9 wait waits for resource resource 0 until free',
      '0.042 work 0 gil does acquire',
      // the end of the with: _PyMutex_TryUnlock wakes the one who has parked longest
      '0.048 work 0 @9 use resource 0 does release',
      '0.048 work 1 gil does ask cause by resource resource 0',
      // _threadmodule.c thread_run: the handle is done, the thread state goes, and with it the GIL
      '0.048 work 0 gil does release because ends',
      '0.048 work 0 end how returned',
      // the other has asked for longer; threads[0].join() finds it done
      '0.048 program gil does acquire',
      // threading._shutdown: _thread._shutdown joins what is not a daemon
      '0.054 program gil does release because waits',
      '0.054 program wait waits for lane lanes work 1',
      '0.054 work 1 gil does acquire',
      '0.054 work 1 @9 use resource 0 does acquire',
      '0.069 work 1 @9 use resource 0 does release',
      '0.069 work 1 gil does release because ends',
      '0.069 work 1 end how returned',
      '0.069 program gil does ask cause by lane of work 1',
      '0.069 program gil does acquire',
      '0.069 program end how returned',
    ],
  );
});
