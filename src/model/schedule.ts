import { z } from 'zod';

/**
 * What a schedule is: one run of one program on the virtual clock, step by step.
 * The only definition; the recorder writes it, everything else reads it.
 * How it lies in a file, with what repeats left out, is said in `stored.ts`.
 */

/** Raised whenever a reader of the old form could misread the new one. */
export const FORMAT = 1;

/** Microseconds since the program started, on the virtual clock; nominal, without the hidden creep that orders ties. */
const clock = z.int().nonnegative();

/** A length of virtual time in microseconds. */
const duration = z.int().nonnegative();

/** A number from 0 that stands for an entry of `lanes`. */
const laneNumber = z.int().nonnegative();

/** A number from 0 that stands for an entry of `processes`; 0 is the one that the program began with. */
const processNumber = z.int().nonnegative();

/** A number from 0 that stands for an entry of `resources`. */
const resourceNumber = z.int().nonnegative();

/** A number from 0, given to timers in the order in which they were set. */
const timerNumber = z.int().nonnegative();

/** A line of example.py, from 1. */
const lineNumber = z.int().positive();

/** How a lane came to its end; `pending` when the program ended first, `killed` when its process did. */
export const endingSchema = z.enum(['returned', 'raised', 'cancelled', 'pending', 'killed']);

export const laneSchema = z.strictObject({
  /** As readers see it, unique in the schedule: the task's own name, or its function and what tells it from its like ("work 0"). */
  name: z.string().min(1),
  /**
   * A `generator` is a generator or coroutine that is driven by hand, outside any task. A `server` is a
   * host that the program calls, a `client` one that calls the program: both are outside it.
   */
  kind: z.enum(['thread', 'loop', 'task', 'generator', 'server', 'client']),
  /** The name that Python gives it and prints: "Task-2", "MainThread"; left out for what has none. */
  python: z.string().min(1).optional(),
  /** The function that it runs: "work"; left out for the loop and the main thread. */
  runs: z.string().min(1).optional(),
  /** The lane that created it; left out for the main thread, and for what is outside the program. */
  parent: laneNumber.optional(),
  /** The lane that it runs on: a task's loop, a loop's thread, a generator's thread or task. */
  on: laneNumber.optional(),
  /** The step that created it. */
  born: z.int().nonnegative(),
  /** The step at which it ended; left out while `pending`. */
  ended: z.int().nonnegative().optional(),
  how: endingSchema,
  /** The entry of `processes` in which it lives; left out for the process that the program began with. */
  process: processNumber.optional(),
});

/**
 * A process: an interpreter with memory of its own, a GIL of its own and lanes of its own. It is born
 * with its main thread (that lane's `born`), and its lanes are those whose `process` is its number.
 */
export const processSchema = z.strictObject({
  /** The name that Python gives it: "MainProcess", "SpawnProcess-1". Readers see the name of its main thread's lane. */
  python: z.string().min(1),
  /** The lane of its main thread. */
  main: laneNumber,
  /** The process that started it; left out for the first. */
  parent: processNumber.optional(),
  /** The `exit` step with which it was over, and its exit code, which is negative where a signal ended it. Left out for the first, and while it runs. */
  ended: z.int().nonnegative().optional(),
  code: z.int().optional(),
});

export const resourceSchema = z.strictObject({
  /**
   * An `executor` is a pool of threads, or of processes, with the queue of the calls that are handed to it.
   * One that several processes use stands here once: locks and queues of `multiprocessing`, pipes.
   */
  kind: z.enum(['lock', 'semaphore', 'event', 'condition', 'barrier', 'queue', 'executor', 'pipe']),
  /** The variable or attribute that the program keeps it in: "gate". */
  name: z.string().min(1),
  /** A semaphore's value, a barrier's parties, a queue's maxsize (0: no limit), an executor's most threads or processes. */
  size: z.int().nonnegative().optional(),
});

/** A call that was handed to an executor, by its function and first argument: "fetch(3)". */
const callName = z.string().min(1);

/** What a lane that gave its loop (or thread) back waits for. */
export const waitSchema = z.discriminatedUnion('for', [
  /** `asyncio.sleep(n)`, or a thread's own sleep. */
  z.strictObject({ for: z.literal('timer'), timer: timerNumber }),
  /** `asyncio.sleep(0)` and every bare yield: nothing but the next turn. */
  z.strictObject({ for: z.literal('turn') }),
  /** A task, thread or process that is awaited or joined by itself. */
  z.strictObject({ for: z.literal('lane'), lanes: z.array(laneNumber).length(1) }),
  z.strictObject({ for: z.literal('gather'), lanes: z.array(laneNumber) }),
  /** The end of a TaskGroup's `async with`. */
  z.strictObject({ for: z.literal('group'), lanes: z.array(laneNumber) }),
  /** `asyncio.wait` and `as_completed`: some of the lanes, or all. */
  z.strictObject({
    for: z.literal('any'),
    lanes: z.array(laneNumber),
    until: z.enum(['first', 'exception', 'all']),
  }),
  z.strictObject({ for: z.literal('shield'), lanes: z.array(laneNumber).length(1) }),
  /** A lock, semaphore, event, condition, barrier or queue; `until` says what has to happen to it. */
  z.strictObject({
    for: z.literal('resource'),
    resource: resourceNumber,
    /** `result`: something comes back from one of an executor's processes. */
    until: z.enum(['free', 'set', 'notified', 'all-arrived', 'item', 'space', 'joined', 'result']),
  }),
  /** A thread that was started and has not run yet: `Thread.start` waits for its first sign. */
  z.strictObject({ for: z.literal('started'), lanes: z.array(laneNumber).length(1) }),
  /** Calls that an executor was handed: some of them, or all. */
  z.strictObject({
    for: z.literal('calls'),
    calls: z.array(callName),
    until: z.enum(['first', 'exception', 'all']),
  }),
  /** A future that nobody but the program itself will set. */
  z.strictObject({ for: z.literal('future'), name: z.string().min(1).optional() }),
  /** A thread inside `asyncio.run` or `run_until_complete`, until its loop stops. */
  z.strictObject({ for: z.literal('loop'), lanes: z.array(laneNumber).length(1) }),
  /** A generator that has yielded, until somebody resumes it; or the one who resumed it, until it yields. */
  z.strictObject({ for: z.literal('resume') }),
  z.strictObject({ for: z.literal('generator'), lanes: z.array(laneNumber).length(1) }),
  /** Something to come of the network; `close` is the end of a connection, or of all that a server has. */
  z.strictObject({
    for: z.literal('net'),
    does: z.enum(['look-up', 'connect', 'set-up', 'accept', 'receive', 'send', 'close']),
    /** Who is at the other end. */
    peer: laneNumber.optional(),
    /** The name that is looked up. */
    name: z.string().min(1).optional(),
    /** When it will come, where that is stated and on its way. */
    due: clock.optional(),
  }),
  /** A call about a file to come back. */
  z.strictObject({
    for: z.literal('file'),
    does: z.enum(['open', 'read', 'write']),
    name: z.string().min(1),
    due: clock,
  }),
  /** What somebody outside the program does until further notice. */
  z.strictObject({
    for: z.literal('outside'),
    /** It is a client: what it is busy with is waiting for an answer. */
    calls: z.literal(true).optional(),
    /** Connections that it attends to, questions among them that it works on, connections that wait in line. */
    open: z.int().nonnegative(),
    busy: z.int().nonnegative(),
    line: z.int().positive().optional(),
    /** When it sends something next. */
    due: clock.optional(),
    /** It has closed its connection and does nothing more. */
    over: z.literal(true).optional(),
  }),
]);

/** Why something came into the ready queue, or a thread asks for the GIL. Who did it is the step's own lane. */
export const causeSchema = z.discriminatedUnion('by', [
  /** A new task, for its first turn. */
  z.strictObject({ by: z.literal('start') }),
  /** It asked for nothing but its next turn. */
  z.strictObject({ by: z.literal('turn') }),
  z.strictObject({ by: z.literal('timer'), timer: timerNumber }),
  /** The lane that it awaited has ended. */
  z.strictObject({ by: z.literal('lane'), of: laneNumber }),
  /** The thread that it started has begun. */
  z.strictObject({ by: z.literal('started'), of: laneNumber }),
  /** A gather, group, wait or shield has what it waited for. */
  z.strictObject({ by: z.literal('members') }),
  /** A place, item, signal or permission came free. */
  z.strictObject({ by: z.literal('resource'), resource: resourceNumber }),
  /** Its wait was cancelled. */
  z.strictObject({ by: z.literal('cancel') }),
  /** Somebody set the result or exception of the future that it awaited. */
  z.strictObject({ by: z.literal('future') }),
  /** `call_soon`, a done callback, and whatever else asks the loop to call something. */
  z.strictObject({ by: z.literal('call') }),
  /** A socket is ready: something came from the other end, or there is room to send. */
  z.strictObject({ by: z.literal('net'), peer: laneNumber.optional() }),
  z.strictObject({ by: z.literal('signal'), name: z.string().min(1) }),
]);

/** A callback that is no task: its qualified name, and the lane that it serves where there is one. */
const callback = {
  callback: z.string().min(1).optional(),
  target: laneNumber.optional(),
};

/** An exception as Python names it, with its message where it has one. */
const exception = {
  exception: z.string().min(1),
  message: z.string().optional(),
};

const base = {
  /** The clock when it happened. */
  at: clock,
  /** Who did it: the lane that was running, or the loop itself. */
  lane: laneNumber,
  /** The line of the program that the lane was on; left out for what the loop does by itself. */
  line: lineNumber.optional(),
};

function step<K extends string, T extends z.ZodRawShape>(kind: K, shape: T) {
  return z.strictObject({ kind: z.literal(kind), ...base, ...shape });
}

/**
 * What a thread does with the GIL, or with a core where there is no GIL. Where there are several
 * processes, each has a GIL, and who acquires one has a core too: no more lanes run than there are cores.
 */
const processor = {
  /**
   * `ask`: it has what it waited for and wants to run. `acquire`: it may run now. `release`: it gives
   * that up, which a thread that was asked to does in order to wait for it again at once.
   */
  does: z.enum(['ask', 'acquire', 'release']),
  /** Why it asks; left out where nothing but time has passed. */
  cause: causeSchema.optional(),
  /** Why it gives it up; `preempted`: a thread of another process waits for a core, and this one waits for one again. */
  because: z.enum(['waits', 'asked', 'preempted', 'ends']).optional(),
};

export const stepSchema = z.discriminatedUnion('kind', [
  /** Reached a line on which nothing else happened that has a step of its own. */
  step('line', {
    /** How many lines a repeated stretch ran; left out for one. */
    count: z.int().min(2).optional(),
    /** How long the lines took, where the example says that computing costs time. */
    lasts: duration.optional(),
  }),
  /** Entered a function of the program. */
  step('enter', { function: z.string().min(1) }),
  /** Left it again, by return or by exception. */
  step('leave', { function: z.string().min(1) }),
  /** Created a task, loop, generator or thread; for a process, its main thread, and the bytes that it is sent: the pickled process. */
  step('create', { child: laneNumber, bytes: z.int().positive().optional() }),
  /** A new process has a core for the first time, and Python starts in it. */
  step('boot', { lasts: duration.optional() }),
  /** Its process is over, and with it all that still ran there; the lane is that of its main thread. */
  step('exit', { code: z.int() }),
  /** Put a task (`target` alone) or a callback at the end of the ready queue. */
  step('queue', { ...callback, cause: causeSchema }),
  /** The loop took the task at the head of the ready queue and runs it. */
  step('pick', { target: laneNumber, round: z.int().positive().optional() }),
  /** The loop took a callback from the head of the ready queue and calls it. */
  step('call', { ...callback, round: z.int().positive().optional() }),
  /** The loop took a cancelled entry from the head of the ready queue and let it fall. */
  step('skip', callback),
  /** Set a timer: put a callback into the timer heap. */
  step('set-timer', { timer: timerNumber, due: clock, ...callback }),
  /** Cancelled a timer before it was due. */
  step('drop-timer', { timer: timerNumber }),
  /** The loop found a timer due and moved its callback to the end of the ready queue. */
  step('due', { timer: timerNumber }),
  /** Gave the loop (or thread) back. */
  step('wait', { waits: waitSchema }),
  /**
   * Held its thread without running: `time.sleep` and the like. On a loop's thread this holds the loop.
   * `waits` is what it blocks for, where that is not time.
   */
  step('block', { call: z.string().min(1), lasts: duration, waits: waitSchema.optional() }),
  /** A thread and the GIL of its process; the lane is the one that runs, or waits, on that thread. */
  step('gil', processor),
  /** The same without a GIL: a thread and one of the cores. */
  step('core', processor),
  /**
   * The loop found nobody ready and sleeps in its selector; `until` is left out when no timer is set.
   * `sockets` is how many it watches there, each of which may wake it.
   */
  step('sleep', { until: clock.optional(), sockets: z.int().positive().optional() }),
  /**
   * Something passed between the program and somebody outside, or between two ends of its own; the lane
   * is the one that did it. `end` is the end of what it sends, `receive` of 0 bytes the end of what it gets.
   */
  step('net', {
    does: z.enum(['connect', 'accept', 'refuse', 'send', 'receive', 'end', 'reset']),
    /** The lane at the other end. */
    peer: laneNumber.optional(),
    bytes: z.int().nonnegative().optional(),
    /** The first line of what was sent, as far as it fits. */
    text: z.string().min(1).optional(),
  }),
  /** Took a signal, by the handler that is set for it. */
  step('signal', { name: z.string().min(1) }),
  /** Wrote to stdout or stderr. */
  step('print', { text: z.string(), stream: z.enum(['stdout', 'stderr']) }),
  /** Python or the loop complained on stderr: a warning, or an exception that nobody retrieved. */
  step('warn', { text: z.string(), category: z.string().min(1), about: laneNumber.optional() }),
  /** Raised an exception at this line. */
  step('raise', exception),
  /** Had an exception thrown in at the place where it waited. */
  step('throw', exception),
  /** An exception reached a clause that runs for it. */
  step('catch', { by: z.enum(['except', 'finally', 'with']), ...exception }),
  /** Asked for the cancellation of a task. */
  step('cancel', { target: laneNumber, message: z.string().optional() }),
  /** Did something with a lock, queue or other resource. */
  step('use', {
    resource: resourceNumber,
    does: z.enum([
      'acquire',
      'release',
      'set',
      'clear',
      'notify',
      'arrive',
      'put',
      'get',
      'task-done',
      'shutdown',
    ]),
    /** The call that an executor was handed (`put`), or that one of its threads took (`get`). */
    call: callName.optional(),
  }),
  /** So many bytes of a pickled object went into a pipe between processes, or came out of it. */
  step('transfer', {
    does: z.enum(['send', 'receive']),
    bytes: z.int().positive(),
    resource: resourceNumber.optional(),
  }),
  /** A thread of an executor, or the manager of a pool of processes, set the result, or the exception, of a call. */
  step('settle', { call: callName, exception: z.string().min(1).optional() }),
  /** Resumed a generator or coroutine by hand. */
  step('resume', {
    target: laneNumber,
    with: z.enum(['next', 'send', 'throw', 'close']),
    value: z.string().optional(),
  }),
  /** Yielded a value to the one who resumed it. */
  step('yield', { value: z.string().optional() }),
  /** The lane came to its end. */
  step('end', {
    how: endingSchema.exclude(['pending', 'killed']),
    value: z.string().optional(),
    exception: z.string().min(1).optional(),
    message: z.string().optional(),
  }),
]);

/** What the machine was told that a real one decides by itself. */
export const machineSchema = z.strictObject({
  /** Microseconds that one line of the program's own code takes; 0: computing costs nothing. */
  line: duration.default(0),
  /** Seed of `random` and of hashing. */
  seed: z.int().nonnegative().default(0),
  /** asyncio's debug mode, as `PYTHONASYNCIODEBUG=1` sets it. */
  debug: z.boolean().default(false),
  /** How many lanes may compute at once. */
  cores: z.int().positive().default(2),
  /** Microseconds after which a thread that is asked for the GIL (or its core) gives it up. */
  interval: duration.default(5000),
  /** Microseconds that starting a thread takes. */
  thread: duration.default(0),
  /** Whether threads need the GIL to run; without it they run on all cores, as in a free-threaded build. */
  gil: z.boolean().default(true),
  /** How many threads there may be beside the main one: one more gives "can't start new thread". */
  threads: z.int().nonnegative().default(200),
  /** Microseconds that Python takes to start in a new process; it has a core meanwhile. */
  process: duration.default(0),
  /** How many processes there may be at once beside the main one. */
  processes: z.int().nonnegative().default(16),
});

/** How the program came to its end. */
export const programEndSchema = z.discriminatedUnion('how', [
  z.strictObject({ how: z.literal('returns') }),
  /** An exception left the program; its traceback is in the output. */
  z.strictObject({ how: z.literal('raises'), ...exception }),
  /** Everybody waits and nothing is due. */
  z.strictObject({ how: z.literal('deadlock') }),
  /** It would not have ended by itself: stopped at the step limit. */
  z.strictObject({ how: z.literal('hangs') }),
  /** It was never run: Python's message, and the part of the line that the caret marks (columns from 1, end excluded). */
  z.strictObject({
    how: z.literal('syntax-error'),
    ...exception,
    line: lineNumber,
    from: z.int().positive(),
    to: z.int().positive(),
  }),
]);

export const scheduleSchema = z.strictObject({
  format: z.literal(FORMAT),
  provenance: z.strictObject({
    /** The interpreter that ran it: "3.14.2". */
    python: z.string().regex(/^\d+\.\d+\.\d+$/),
    /** SHA-256 of the program that was run, in hexadecimal, first 16 digits. */
    program: z.string().regex(/^[0-9a-f]{16}$/),
    /** The same of the recorder's own sources and its interpreter's version. */
    recorder: z.string().regex(/^[0-9a-f]{16}$/),
    machine: machineSchema,
    /** The same of what the example states of the world outside, where it states something. */
    world: z
      .string()
      .regex(/^[0-9a-f]{16}$/)
      .optional(),
  }),
  ends: programEndSchema,
  lanes: z.array(laneSchema),
  resources: z.array(resourceSchema),
  /** Left out where there is only the one that the program began with. */
  processes: z.array(processSchema).min(2).optional(),
  /** Their place in this list is the step's number, from 0; the clock never goes back. */
  steps: z.array(stepSchema),
});

export type Schedule = z.infer<typeof scheduleSchema>;
export type Lane = z.infer<typeof laneSchema>;
export type Process = z.infer<typeof processSchema>;
export type Resource = z.infer<typeof resourceSchema>;
export type Step = z.infer<typeof stepSchema>;
export type StepKind = Step['kind'];
export type StepOf<K extends StepKind> = Extract<Step, { kind: K }>;
export type Wait = z.infer<typeof waitSchema>;
export type Cause = z.infer<typeof causeSchema>;
export type Ending = z.infer<typeof endingSchema>;
export type Machine = z.infer<typeof machineSchema>;
export type ProgramEnd = z.infer<typeof programEndSchema>;
