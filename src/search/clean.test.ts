import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cleanQuestion, LONGEST_QUESTION } from './clean.ts';

test('of a traceback the message remains', () => {
  const pasted = `Traceback (most recent call last):
  File "/home/ada/app/main.py", line 12, in <module>
    asyncio.run(main())
    ~~~~~~~~~~~^^^^^^^^
  File "/usr/lib/python3.14/asyncio/runners.py", line 195, in run
    raise RuntimeError(
RuntimeError: asyncio.run() cannot be called from a running event loop`;
  assert.equal(
    cleanQuestion(pasted),
    'RuntimeError: asyncio.run() cannot be called from a running event loop',
  );
});

test('a field for one line has joined the lines of a traceback, and the message remains', () => {
  const lines = [
    'Traceback (most recent call last):',
    '  File "/app/main.py", line 12, in <module>',
    '    raise RuntimeError(',
    '  File "/usr/lib/python3.14/asyncio/base_events.py", line 545, in _check_closed',
    "    raise RuntimeError('Event loop is closed')",
    'RuntimeError: Event loop is closed',
  ];
  for (const between of ['', ' '])
    assert.equal(cleanQuestion(lines.join(between)), 'RuntimeError: Event loop is closed');
  const cancelled = [...lines.slice(0, -1), 'asyncio.exceptions.CancelledError'];
  assert.equal(cleanQuestion(cancelled.join('')), 'asyncio.exceptions.CancelledError');
  assert.match(
    cleanQuestion(`Task exception was never retrieved ${lines.join('')}`),
    /^Task exception was never retrieved RuntimeError: Event loop is closed$/,
  );
});

test('of a warning with its place, the message remains', () => {
  assert.equal(
    cleanQuestion(
      "/srv/shop/app.py:7: RuntimeWarning: coroutine 'main' was never awaited\n  main()",
    ),
    'RuntimeWarning: coroutine main was never awaited',
  );
});

test('an exception that was ignored afterwards is not what is asked, unless it is alone', () => {
  const ignored = `Exception ignored in: <function BaseSubprocessTransport.__del__ at 0x7f32>
Traceback (most recent call last):
  File "/usr/lib/python3.13/asyncio/base_subprocess.py", line 126, in __del__
    self.close()
RuntimeError: Event loop is closed`;
  const failed = `Traceback (most recent call last):
  File "app.py", line 4, in main
    async for line in child.stdout: print(line)
ValueError: Separator is not found, and chunk exceed the limit`;
  assert.equal(
    cleanQuestion(`${failed}\n${ignored}`),
    'ValueError: Separator is not found, and chunk exceed the limit',
  );
  assert.equal(cleanQuestion(ignored), 'RuntimeError: Event loop is closed');
});

test('the thread in which an exception arose is not what is asked, unless it is all', () => {
  const pasted = `Exception in thread Thread-2 (racer):
Traceback (most recent call last):
  File "app.py", line 3, in racer
    gate.wait(timeout=0.2)
threading.BrokenBarrierError`;
  assert.equal(cleanQuestion(pasted), 'threading.BrokenBarrierError');
  assert.equal(cleanQuestion('Exception in thread Thread-2'), 'Exception in thread Thread-2');
});

test('of an exception group, the innermost message remains', () => {
  const pasted = `  + Exception Group Traceback (most recent call last):
  |   File "app.py", line 3, in main
  | ExceptionGroup: unhandled errors in a TaskGroup (1 sub-exception)
  +-+---------------- 1 ----------------
    | Traceback (most recent call last):
    |   File "app.py", line 9, in fetch
    | ValueError: photo is gone
    +------------------------------------`;
  assert.equal(cleanQuestion(pasted), 'ValueError: photo is gone');
});

test('a warning that comes with an error is not what is asked', () => {
  const pasted = `Traceback (most recent call last):
  File "app.py", line 9, in <module>
    asyncio.run(fetch())
RuntimeError: asyncio.run() cannot be called from a running event loop
sys:1: RuntimeWarning: coroutine 'fetch' was never awaited`;
  assert.equal(
    cleanQuestion(pasted),
    'RuntimeError: asyncio.run() cannot be called from a running event loop',
  );
});

test('an exception is known by its module, too', () => {
  const pasted = (message: string) =>
    `Traceback (most recent call last):\n  File "app.py", line 3, in main\n    self.queue\n${message}`;
  for (const message of ['asyncio.queues.QueueFull', 'socket.gaierror: [Errno -2] Name not known'])
    assert.equal(cleanQuestion(pasted(message)), message);
});

test('a message may begin on the next line', () => {
  const pasted = `Traceback (most recent call last):
  File "app.py", line 3, in main
RuntimeError:
        An attempt has been made to start a new process.

        This probably means`;
  assert.equal(
    cleanQuestion(pasted),
    'RuntimeError: An attempt has been made to start a new process. This probably means',
  );
});

test('what asyncio logs before a traceback stays', () => {
  const pasted = `Task exception was never retrieved
future: <Task finished name='Task-2' coro=<fetch() done, defined at app.py:4> exception=ValueError('gone')>
Traceback (most recent call last):
  File "app.py", line 5, in fetch
ValueError: gone`;
  assert.match(cleanQuestion(pasted), /^Task exception was never retrieved .*ValueError: gone$/);
});

test('addresses, names of objects and line numbers go', () => {
  assert.equal(
    cleanQuestion(
      'got Future <Future pending cb=[f()] at 0x7f3a> attached to a different loop, line 9',
    ),
    'got Future Future pending cb=[f()] attached to a different loop',
  );
  assert.equal(
    cleanQuestion(
      "Task was destroyed but it is pending! task: <Task pending name='Task-2' coro=<f() running at app.py:3>>",
    ),
    'Task was destroyed but it is pending! task: Task pending',
  );
});

test('when and where it was logged goes', () => {
  for (const [pasted, message] of [
    ['[2026-11-21 10:11:12 +0000] [7] [CRITICAL] WORKER TIMEOUT (pid:4411)', 'WORKER TIMEOUT'],
    ['ERROR:asyncio:Unclosed client session', 'Unclosed client session'],
    ['2026-11-21 10:00:00,123 ERROR: never retrieved', 'never retrieved'],
    ['E       RuntimeError: no running event loop', 'RuntimeError: no running event loop'],
  ] as const)
    assert.equal(cleanQuestion(pasted), message);
});

test('what stands beside an error and says nothing of it goes', () => {
  assert.equal(
    cleanQuestion(
      "sys:1: RuntimeWarning: coroutine 'f' was never awaited\nRuntimeWarning: Enable tracemalloc to get the object allocation traceback",
    ),
    'RuntimeWarning: coroutine f was never awaited',
  );
  assert.equal(
    cleanQuestion(
      'RuntimeError: Event loop is closed\nException ignored in: <function BaseTransport.__del__ at 0x1>',
    ),
    'RuntimeError: Event loop is closed',
  );
  assert.equal(
    cleanQuestion(
      'File "/a/tasks.py", line 490, in wait_for\n  return fut.result()\n  ^^^^^^\nasyncio.CancelledError\nThe above exception was the direct cause of the following exception:\nTraceback (most recent call last):\n  File "app.py", line 9, in main\nTimeoutError',
    ),
    'TimeoutError',
  );
});

test('a path goes, words with strokes between them stay, an address leaves its last words', () => {
  assert.equal(cleanQuestion('open /srv/my shop/app crashed'), 'open crashed');
  assert.equal(cleanQuestion('sync/async/threads in python'), 'sync/async/threads in python');
  assert.equal(
    cleanQuestion('https://example.org/questions/12/event-loop-is-closed?x=1'),
    'event loop is closed',
  );
});

test('a quote inside a word stays', () => {
  assert.equal(cleanQuestion("can't use 'await'"), "can't use await");
});

test('whatever is pasted, the answer is short and comes at once', () => {
  for (const sign of [
    'a',
    '<',
    "'",
    '"',
    '/',
    ' ',
    '\n',
    '(',
    '\\',
    'File "',
    'x=',
    'File "a", line 1 Error: ',
  ])
    assert.ok(cleanQuestion(sign.repeat(100_000)).length <= LONGEST_QUESTION);
  assert.equal(cleanQuestion(''), '');
  assert.equal(cleanQuestion(' \n\t '), '');
});
