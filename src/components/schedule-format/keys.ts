import type { Lane, Resource, Schedule, StepKind, Wait } from '#model/schedule.ts';

/** What the keys of a recording mean, for those who read the files. A key that is missing here does not compile. */

export const SCHEDULE: Readonly<Record<keyof Schedule, string>> = {
  format:
    'The version of this format. It is raised when a reader of the old form could misread the new one.',
  provenance:
    'The interpreter’s version, hashes of the program and of the recorder, and what the machine was told: the price of a line in microseconds, the seed of random numbers, asyncio’s debug mode.',
  ends: 'How the program came to its end, in `how`: `returns`, `raises`, `deadlock`, `hangs` or `syntax-error`.',
  lanes: 'Who can run or wait. Other places name a lane by its number in this list, from 0.',
  resources: 'Locks, queues and the like, named by their numbers too.',
  processes:
    'Each with its Python name, the lane of its main thread, its parent, and its end. Left out where there is only one.',
  steps:
    'What happened, in its order. A step is named by its number in this list, from 0; the figures count from 1.',
};

export const LANE: Readonly<Record<keyof Lane, string>> = {
  name: 'As the figure names it.',
  kind: '`thread`, `loop`, `task` or `generator`; `server` and `client` are outside the program.',
  python: 'The name that Python prints: `Task-2`.',
  runs: 'Its function.',
  parent: 'The lane that created it.',
  on: 'The lane that it runs on: a task’s loop, a loop’s thread.',
  born: 'The step that created it.',
  ended: 'The step at which it ended.',
  how: '`returned`, `raised`, `cancelled`, `killed` when its process ended first, or `pending` when the program did.',
  process: 'The process that it lives in; left out for the first.',
};

export const RESOURCE: Readonly<Record<keyof Resource, string>> = {
  kind: '`lock`, `semaphore`, `event`, `condition`, `barrier`, `queue`, `executor` or `pipe`.',
  name: 'The variable that holds it.',
  size: 'A semaphore’s value, a barrier’s parties, a queue’s limit.',
};

/** By `kind`. */
export const STEPS: Readonly<Record<StepKind, string>> = {
  line: 'Reached a line.',
  enter: 'Entered a function of the program.',
  leave: 'Left it, by return or by exception.',
  create:
    'Created a task, loop, generator or thread: `child`. For a process that is its main thread, and `bytes` is the size of what it was sent.',
  boot: 'Python starts in a new process.',
  exit: 'Its process is over, with this exit `code`.',
  transfer: 'Bytes of a pickled object went into a pipe, or came out of it.',
  queue: 'Put a task or a callback at the end of the ready queue; `cause` says why.',
  pick: 'The loop took the task at the head of the queue and runs it.',
  call: 'The loop took a callback and calls it.',
  skip: 'The loop let a cancelled entry fall.',
  'set-timer': 'Set a timer that is `due` at a reading of the clock.',
  'drop-timer': 'Cancelled a timer before it was due.',
  due: 'The loop found a timer due.',
  wait: 'Gave the loop back; `waits` says for what.',
  block: 'Held its thread without running, as `time.sleep` does.',
  sleep: 'The loop found nobody ready and sleeps.',
  print: 'Wrote to stdout or stderr.',
  warn: 'Python or the loop complained on stderr.',
  raise: 'Raised an exception.',
  throw: 'Had an exception thrown in where it waited.',
  catch: 'An exception reached a clause that runs for it.',
  cancel: 'Asked for the cancellation of a task: `target`.',
  use: 'Did something with a resource: `does`.',
  resume: 'Resumed a generator or coroutine by hand.',
  yield: 'Yielded a value to the one who resumed it.',
  gil: 'A thread asked for the GIL of its process, took it or gave it up: `does`.',
  core: 'The same of a core, where there is no GIL.',
  settle: 'A thread of an executor set the result of a call.',
  net: 'Something passed between two ends of a connection: `does`, with the lane at the other end in `peer`.',
  signal: 'Took a signal.',
  end: 'The lane came to its end.',
};

/** By `for`, in the `waits` of a step. */
export const WAITS: Readonly<Record<Wait['for'], string>> = {
  timer: 'a sleep',
  turn: 'nothing but the next turn',
  lane: 'one task, thread or process',
  gather: '`gather`',
  group: 'the end of a task group',
  any: '`asyncio.wait` or `as_completed`',
  shield: '`shield`',
  resource: 'a lock, a queue and the like; `until` says what has to happen to it',
  future: 'a future that the program itself sets',
  loop: 'the end of `asyncio.run`',
  resume: 'being resumed',
  generator: 'the next value of a generator',
  started: 'the first sign of a thread that was started',
  calls: 'calls that an executor was handed, some or all',
  net: 'something of the network; `due` is when it will come',
  file: 'a call about a file to come back',
  outside: 'what a host or client outside the program does until further notice',
};
