import assert from 'node:assert/strict';
import test from 'node:test';
import { tell, tryOut } from './testing/try-out.ts';

/** Each step with the function of asyncio, in CPython 3.14, that it follows from. */
test('three sleepers, step by step', async () => {
  const schedule = await tryOut(`
    import asyncio

    async def sleeper(name, *naps):
        for nap in naps:
            await asyncio.sleep(nap)
            print(name, "wakes")

    async def main():
        await asyncio.gather(
            sleeper("a", 1, 1),
            sleeper("b", 2),
            sleeper("c", 0.5, 0.5),
        )

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
      '0 program @8 line',
      // runners.Runner._lazy_init: events.new_event_loop
      '0 program @15 create child loop',
      // runners.Runner.run: loop.create_task
      '0 program @15 create child main',
      // tasks.Task.__init__: loop.call_soon(self.__step)
      '0 program @15 queue target main cause by start',
      // base_events.BaseEventLoop.run_forever
      '0 program @15 wait waits for loop lanes loop',
      // base_events._run_once: _ready.popleft, then Handle._run calls Task.__step (its first turn)
      '0 loop pick target main round 1',
      // tasks.Task.__step: coro.send(None) starts the coroutine
      '0 main @8 enter function main',
      // tasks.gather: ensure_future of each, in the order given
      '0 main @9 create child sleeper a',
      // tasks.Task.__init__: loop.call_soon(self.__step)
      '0 main @9 queue target sleeper a cause by start',
      // tasks.gather: ensure_future of each, in the order given
      '0 main @9 create child sleeper b',
      // tasks.Task.__init__: loop.call_soon(self.__step)
      '0 main @9 queue target sleeper b cause by start',
      // tasks.gather: ensure_future of each, in the order given
      '0 main @9 create child sleeper c',
      // tasks.Task.__init__: loop.call_soon(self.__step)
      '0 main @9 queue target sleeper c cause by start',
      // tasks.gather returns its _GatheringFuture, which Task.__step then waits for
      '0 main @9 wait waits for gather lanes sleeper a sleeper b sleeper c',
      // base_events._run_once: _ready.popleft, then Handle._run calls Task.__step
      '0 loop pick target sleeper a round 2',
      // tasks.Task.__step: coro.send(None) starts the coroutine
      '0 sleeper a @3 enter function sleeper',
      // the coroutine runs on
      '0 sleeper a @4 line',
      // tasks.sleep: loop.call_later(futures._set_result_unless_cancelled)
      "0 sleeper a @5 set-timer timer 0 due 1000000 callback sleep's timer target sleeper a",
      // tasks.Task.__step: the future that sleep awaits gets __wakeup as a callback
      '0 sleeper a @5 wait waits for timer timer 0',
      // base_events._run_once: _ready.popleft, then Handle._run calls Task.__step
      '0 loop pick target sleeper b',
      // tasks.Task.__step: coro.send(None) starts the coroutine
      '0 sleeper b @3 enter function sleeper',
      // the coroutine runs on
      '0 sleeper b @4 line',
      // tasks.sleep: loop.call_later(futures._set_result_unless_cancelled)
      "0 sleeper b @5 set-timer timer 1 due 2000000 callback sleep's timer target sleeper b",
      // tasks.Task.__step: the future that sleep awaits gets __wakeup as a callback
      '0 sleeper b @5 wait waits for timer timer 1',
      // base_events._run_once: _ready.popleft, then Handle._run calls Task.__step
      '0 loop pick target sleeper c',
      // tasks.Task.__step: coro.send(None) starts the coroutine
      '0 sleeper c @3 enter function sleeper',
      // the coroutine runs on
      '0 sleeper c @4 line',
      // tasks.sleep: loop.call_later(futures._set_result_unless_cancelled)
      "0 sleeper c @5 set-timer timer 2 due 500000 callback sleep's timer target sleeper c",
      // tasks.Task.__step: the future that sleep awaits gets __wakeup as a callback
      '0 sleeper c @5 wait waits for timer timer 2',
      // base_events._run_once: nothing is ready, so select waits for the first of _scheduled
      '0 loop sleep until 500000',
      // base_events._run_once: heappop(_scheduled), _ready.append
      '0.5 loop due timer 2',
      // base_events._run_once: Handle._run calls futures._set_result_unless_cancelled
      "0.5 loop call callback sleep's timer target sleeper c round 3",
      // futures.Future.set_result: __schedule_callbacks does call_soon(Task.__wakeup)
      '0.5 loop queue target sleeper c cause by timer timer 2',
      // base_events._run_once: _ready.popleft, then Handle._run calls Task.__step
      '0.5 loop pick target sleeper c round 4',
      // tasks.Task.__wakeup, __step: the coroutine goes on after its await
      '0.5 sleeper c @6 print text c wakes\\n stream stdout',
      // the coroutine runs on
      '0.5 sleeper c @4 line',
      // tasks.sleep: loop.call_later(futures._set_result_unless_cancelled)
      "0.5 sleeper c @5 set-timer timer 3 due 1000000 callback sleep's timer target sleeper c",
      // tasks.Task.__step: the future that sleep awaits gets __wakeup as a callback
      '0.5 sleeper c @5 wait waits for timer timer 3',
      // base_events._run_once: nothing is ready, so select waits for the first of _scheduled
      '0.5 loop sleep until 1000000',
      // base_events._run_once: heappop(_scheduled), _ready.append
      '1 loop due timer 0',
      // base_events._run_once: heappop(_scheduled), _ready.append
      '1 loop due timer 3',
      // base_events._run_once: Handle._run calls futures._set_result_unless_cancelled
      "1 loop call callback sleep's timer target sleeper a round 5",
      // futures.Future.set_result: __schedule_callbacks does call_soon(Task.__wakeup)
      '1 loop queue target sleeper a cause by timer timer 0',
      // base_events._run_once: Handle._run calls futures._set_result_unless_cancelled
      "1 loop call callback sleep's timer target sleeper c",
      // futures.Future.set_result: __schedule_callbacks does call_soon(Task.__wakeup)
      '1 loop queue target sleeper c cause by timer timer 3',
      // base_events._run_once: _ready.popleft, then Handle._run calls Task.__step
      '1 loop pick target sleeper a round 6',
      // tasks.Task.__wakeup, __step: the coroutine goes on after its await
      '1 sleeper a @6 print text a wakes\\n stream stdout',
      // the coroutine runs on
      '1 sleeper a @4 line',
      // tasks.sleep: loop.call_later(futures._set_result_unless_cancelled)
      "1 sleeper a @5 set-timer timer 4 due 2000000 callback sleep's timer target sleeper a",
      // tasks.Task.__step: the future that sleep awaits gets __wakeup as a callback
      '1 sleeper a @5 wait waits for timer timer 4',
      // base_events._run_once: _ready.popleft, then Handle._run calls Task.__step
      '1 loop pick target sleeper c',
      // tasks.Task.__wakeup, __step: the coroutine goes on after its await
      '1 sleeper c @6 print text c wakes\\n stream stdout',
      // the coroutine comes to its end
      '1 sleeper c @4 leave function sleeper',
      // tasks.Task.__step: except StopIteration, super().set_result
      '1 sleeper c end how returned',
      // futures.Future.__schedule_callbacks: gather's _done_callback
      '1 loop queue callback gather counts target main cause by call',
      // tasks.gather: _done_callback counts nfinished
      '1 loop call callback gather counts target main round 7',
      // base_events._run_once: nothing is ready, so select waits for the first of _scheduled
      '1 loop sleep until 2000000',
      // base_events._run_once: heappop(_scheduled), _ready.append
      '2 loop due timer 1',
      // base_events._run_once: heappop(_scheduled), _ready.append
      '2 loop due timer 4',
      // base_events._run_once: Handle._run calls futures._set_result_unless_cancelled
      "2 loop call callback sleep's timer target sleeper b round 8",
      // futures.Future.set_result: __schedule_callbacks does call_soon(Task.__wakeup)
      '2 loop queue target sleeper b cause by timer timer 1',
      // base_events._run_once: Handle._run calls futures._set_result_unless_cancelled
      "2 loop call callback sleep's timer target sleeper a",
      // futures.Future.set_result: __schedule_callbacks does call_soon(Task.__wakeup)
      '2 loop queue target sleeper a cause by timer timer 4',
      // base_events._run_once: _ready.popleft, then Handle._run calls Task.__step
      '2 loop pick target sleeper b round 9',
      // tasks.Task.__wakeup, __step: the coroutine goes on after its await
      '2 sleeper b @6 print text b wakes\\n stream stdout',
      // the coroutine comes to its end
      '2 sleeper b @4 leave function sleeper',
      // tasks.Task.__step: except StopIteration, super().set_result
      '2 sleeper b end how returned',
      // futures.Future.__schedule_callbacks: gather's _done_callback
      '2 loop queue callback gather counts target main cause by call',
      // base_events._run_once: _ready.popleft, then Handle._run calls Task.__step
      '2 loop pick target sleeper a',
      // tasks.Task.__wakeup, __step: the coroutine goes on after its await
      '2 sleeper a @6 print text a wakes\\n stream stdout',
      // the coroutine comes to its end
      '2 sleeper a @4 leave function sleeper',
      // tasks.Task.__step: except StopIteration, super().set_result
      '2 sleeper a end how returned',
      // futures.Future.__schedule_callbacks: gather's _done_callback
      '2 loop queue callback gather counts target main cause by call',
      // tasks.gather: _done_callback counts nfinished
      '2 loop call callback gather counts target main round 10',
      // tasks.gather: _done_callback counts nfinished
      '2 loop call callback gather counts target main',
      // tasks.gather: nfinished == nfuts, so outer.set_result
      '2 loop queue target main cause by members',
      // base_events._run_once: _ready.popleft, then Handle._run calls Task.__step
      '2 loop pick target main round 11',
      // the coroutine comes to its end
      '2 main @9 leave function main',
      // tasks.Task.__step: except StopIteration, super().set_result
      '2 main end how returned',
      // futures.Future.__schedule_callbacks: base_events._run_until_complete_cb
      '2 loop queue callback stop the loop cause by call',
      // base_events._run_until_complete_cb: loop.stop
      '2 loop call callback stop the loop round 12',
      // runners.Runner.close: loop.close
      '2 loop end how returned',
      // the module comes to its end
      '2 program end how returned',
    ],
  );
});
