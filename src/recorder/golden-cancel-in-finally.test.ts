import assert from 'node:assert/strict';
import test from 'node:test';
import { tell, tryOut } from './testing/try-out.ts';

/** Each step with the function of asyncio, in CPython 3.14, that it follows from. */
test('a cancellation that strikes inside finally, step by step', async () => {
  const schedule = await tryOut(`
    import asyncio

    async def worker():
        try:
            await asyncio.sleep(5)  # works
        finally:
            await asyncio.sleep(2)  # puts its tools away
            print("worker has tidied up")

    async def main():
        task = asyncio.create_task(worker())
        await asyncio.sleep(1)
        task.cancel()
        await asyncio.sleep(0.5)
        task.cancel()
        await asyncio.wait([task])

    asyncio.run(main())
  `);
  assert.deepEqual(
    schedule.steps.map((step) => tell(schedule, step)),
    [
      // the module runs down to asyncio.run
      '0 program @1 line',
      // the module runs down to asyncio.run
      '0 program @3 line',
      // the module runs down to asyncio.run
      '0 program @10 line',
      // runners.Runner._lazy_init: events.new_event_loop
      '0 program @18 create child loop',
      // runners.Runner.run: loop.create_task
      '0 program @18 create child main',
      // tasks.Task.__init__: loop.call_soon(self.__step)
      '0 program @18 queue target main cause by start',
      // base_events.BaseEventLoop.run_forever
      '0 program @18 wait waits for loop lanes loop',
      // base_events._run_once: _ready.popleft, then Handle._run calls Task.__step (its first turn)
      '0 loop pick target main round 1',
      // tasks.Task.__step: coro.send(None) starts the coroutine
      '0 main @10 enter function main',
      // tasks.create_task: loop.create_task
      '0 main @11 create child worker',
      // tasks.Task.__init__: loop.call_soon(self.__step)
      '0 main @11 queue target worker cause by start',
      // tasks.sleep: loop.call_later(futures._set_result_unless_cancelled)
      "0 main @12 set-timer timer 0 due 1000000 callback sleep's timer target main",
      // tasks.Task.__step: the future that sleep awaits gets __wakeup as a callback
      '0 main @12 wait waits for timer timer 0',
      // base_events._run_once: _ready.popleft, then Handle._run calls Task.__step
      '0 loop pick target worker round 2',
      // tasks.Task.__step: coro.send(None) starts the coroutine
      '0 worker @3 enter function worker',
      // the coroutine runs on
      '0 worker @4 line',
      // tasks.sleep: loop.call_later(futures._set_result_unless_cancelled)
      "0 worker @5 set-timer timer 1 due 5000000 callback sleep's timer target worker",
      // tasks.Task.__step: the future that sleep awaits gets __wakeup as a callback
      '0 worker @5 wait waits for timer timer 1',
      // base_events._run_once: nothing is ready, so select waits for the first of _scheduled
      '0 loop sleep until 1000000',
      // base_events._run_once: heappop(_scheduled), _ready.append
      '1 loop due timer 0',
      // base_events._run_once: Handle._run calls futures._set_result_unless_cancelled
      "1 loop call callback sleep's timer target main round 3",
      // futures.Future.set_result: __schedule_callbacks does call_soon(Task.__wakeup)
      '1 loop queue target main cause by timer timer 0',
      // base_events._run_once: _ready.popleft, then Handle._run calls Task.__step
      '1 loop pick target main round 4',
      // tasks.Task.cancel: the future that the task waits for is cancelled
      '1 main @13 cancel target worker',
      // futures.Future.cancel: __schedule_callbacks does call_soon(Task.__wakeup)
      '1 main @13 queue target worker cause by cancel',
      // tasks.sleep: loop.call_later(futures._set_result_unless_cancelled)
      "1 main @14 set-timer timer 2 due 1500000 callback sleep's timer target main",
      // tasks.Task.__step: the future that sleep awaits gets __wakeup as a callback
      '1 main @14 wait waits for timer timer 2',
      // base_events._run_once: _ready.popleft, then Handle._run calls Task.__step
      '1 loop pick target worker round 5',
      // tasks.sleep: its own finally does h.cancel()
      '1 worker @5 drop-timer timer 1',
      // tasks.Task.__wakeup: future.result() raises, so __step does coro.throw
      '1 worker @5 throw exception CancelledError',
      // the finally clause runs before the exception goes on
      '1 worker @7 catch by finally exception CancelledError',
      // tasks.sleep: loop.call_later(futures._set_result_unless_cancelled)
      "1 worker @7 set-timer timer 3 due 3000000 callback sleep's timer target worker",
      // tasks.Task.__step: the future that sleep awaits gets __wakeup as a callback
      '1 worker @7 wait waits for timer timer 3',
      // base_events._run_once: nothing is ready, so select waits for the first of _scheduled
      '1 loop sleep until 1500000',
      // base_events._run_once: heappop(_scheduled), _ready.append
      '1.5 loop due timer 2',
      // base_events._run_once: Handle._run calls futures._set_result_unless_cancelled
      "1.5 loop call callback sleep's timer target main round 6",
      // futures.Future.set_result: __schedule_callbacks does call_soon(Task.__wakeup)
      '1.5 loop queue target main cause by timer timer 2',
      // base_events._run_once: _ready.popleft, then Handle._run calls Task.__step
      '1.5 loop pick target main round 7',
      // tasks.Task.cancel: the future that the task waits for is cancelled
      '1.5 main @15 cancel target worker',
      // futures.Future.cancel: __schedule_callbacks does call_soon(Task.__wakeup)
      '1.5 main @15 queue target worker cause by cancel',
      // tasks._wait: await waiter
      '1.5 main @16 wait waits for any lanes worker until all',
      // base_events._run_once: _ready.popleft, then Handle._run calls Task.__step
      '1.5 loop pick target worker round 8',
      // tasks.sleep: its own finally does h.cancel()
      '1.5 worker @7 drop-timer timer 3',
      // tasks.Task.__wakeup: future.result() raises, so __step does coro.throw
      '1.5 worker @7 throw exception CancelledError',
      // the coroutine comes to its end
      '1.5 worker @7 leave function worker',
      // tasks.Task.__step: except CancelledError, super().cancel()
      '1.5 worker end how cancelled',
      // futures.Future.__schedule_callbacks: _wait's _on_completion
      '1.5 loop queue callback wait counts target main cause by call',
      // tasks._wait: _on_completion counts down to 0
      '1.5 loop call callback wait counts target main round 9',
      // tasks._wait: _on_completion does waiter.set_result
      '1.5 loop queue target main cause by members',
      // base_events._run_once: _ready.popleft, then Handle._run calls Task.__step
      '1.5 loop pick target main round 10',
      // the coroutine comes to its end
      '1.5 main @16 leave function main',
      // tasks.Task.__step: except StopIteration, super().set_result
      '1.5 main end how returned',
      // futures.Future.__schedule_callbacks: base_events._run_until_complete_cb
      '1.5 loop queue callback stop the loop cause by call',
      // base_events._run_until_complete_cb: loop.stop
      '1.5 loop call callback stop the loop round 11',
      // runners.Runner.close: loop.close
      '1.5 loop end how returned',
      // the module comes to its end
      '1.5 program end how returned',
    ],
  );
});
