"""What processes do with what they share, seen by watching `multiprocessing` and process pools run."""

import weakref
from concurrent.futures import process as pools
from multiprocessing import connection, queues, synchronize

from .processes import Handed
from .thread_uses import from_program

KINDS = [
    ((pools.ProcessPoolExecutor, pools._SafeQueue), "executor"),
    ((queues.Queue, queues.SimpleQueue), "queue"),
    ((synchronize.Lock, synchronize.RLock), "lock"),
    (synchronize.Semaphore, "semaphore"),
    (synchronize.Event, "event"),
    (synchronize.Condition, "condition"),
    (connection.Connection, "pipe"),
]


class ProcessUses:
    """Handlers by code object, for the start and for the return of a method."""

    def __init__(self, machine):
        self._machine = machine
        self.by_end = {}  # an end of a pipe, or a semaphore -> what of the program's it belongs to
        self.handed = {}  # what the workers know a call by -> its name
        queue = queues.Queue
        self.starts = _by_code(
            {
                pools._WorkItem.__init__: self._handed_over,
                pools._process_worker: self._worker_starts,
                connection.Connection._send_bytes: self._sends,
                synchronize.Event.set: self._does("set"),
                synchronize.Event.clear: self._does("clear"),
                synchronize.Condition.notify: self._does("notify"),
                queues.JoinableQueue.task_done: self._does("task-done"),
            }
        )
        self.returns = _by_code(
            {
                pools.ProcessPoolExecutor.__init__: self._pool_made,
                queue.__init__: self._queue_made,
                queue.__setstate__: self._queue_made,
                queues.SimpleQueue.__init__: self._queue_made,
                queues.SimpleQueue.__setstate__: self._queue_made,
                synchronize.SemLock.__init__: self._lock_made,
                synchronize.SemLock.__setstate__: self._lock_made,
                synchronize.Condition.__init__: self._whole,
                synchronize.Condition.__setstate__: self._whole,
                synchronize.Event.__init__: self._whole,
                queue.put: self._does("put"),
                queues.JoinableQueue.put: self._does("put"),
                queues.SimpleQueue.put: self._does("put"),
                queue.get: self._got,
                queues.SimpleQueue.get: self._does("get"),
                connection.Connection._recv_bytes: self._receives,
            }
        )

    def number(self, thing):
        return self._machine.resources.number(thing, self._machine.frames)

    def of_end(self, end):
        """The program's thing that an end of a pipe, or a semaphore, belongs to; None if it has none."""
        known = self.by_end.get(end)
        return known and known()

    # What is made of what

    def _pool_made(self, frame, value=None):
        pool = frame.f_locals["self"]
        part = self._machine.resources.part
        for inner in (pool._call_queue, pool._result_queue):
            part(inner, pool)
            self._knows(inner, pool)
        for lock in (pool._shutdown_lock, pool._executor_manager_thread_wakeup._lock):
            part(lock, pool)
        part(pool._idle_worker_semaphore, None)

    def _worker_starts(self, frame):
        calls, results = frame.f_locals["call_queue"], frame.f_locals["result_queue"]
        self._machine.resources.part(results, calls)
        self._knows(results, calls)

    def _queue_made(self, frame, value=None):
        made = frame.f_locals["self"]
        self._knows(made, made)
        notempty = getattr(made, "_notempty", None)
        if notempty is not None:
            self._machine.resources.part(notempty, made)
            self._machine.resources.part(notempty._lock, made)

    def _knows(self, inner, whole):
        known = weakref.ref(whole)
        for name in ("_reader", "_writer"):
            self.by_end[getattr(inner, name)._handle] = known
        for name in ("_rlock", "_wlock", "_sem"):
            lock = getattr(inner, name, None)
            if lock is not None:
                self.by_end[lock._semlock.handle] = known

    def _lock_made(self, frame, value=None):
        lock = frame.f_locals["self"]
        self.by_end[lock._semlock.handle] = weakref.ref(lock)

    def _whole(self, frame, value=None):
        """A condition or an event, which is made of locks and semaphores."""
        whole = frame.f_locals["self"]
        known = weakref.ref(whole)
        for part in vars(whole).values():
            for lock in (part, *vars(part).values()) if hasattr(part, "__dict__") else ():
                semaphore = getattr(lock, "_semlock", None)
                if semaphore is not None:
                    self.by_end[semaphore.handle] = known

    # What is done

    def _use(self, thing, what, **more):
        machine = self._machine
        number = self.number(thing)
        if number is not None:
            lane, line = machine.actor()
            machine.resources.used(number, what, lane)
            machine.journal.add("use", lane, line, resource=number, does=what, **more)

    def _does(self, what):
        def handler(frame, value=None):
            if from_program(frame):
                self._use(frame.f_locals["self"], what)

        return handler

    def lock(self, semaphore, what):
        """A lock or semaphore is taken or given back; told where the program itself does that."""
        thing = self.of_end(semaphore.handle)
        if isinstance(thing, (synchronize.Lock, synchronize.RLock, synchronize.Semaphore)):
            if self._machine.own_call():
                self._use(thing, what)

    def _handed_over(self, frame):
        pool, item = frame.f_back.f_locals["self"], frame.f_locals
        call = self._machine.calls.new(item["future"], item["fn"], item["args"])
        self.handed[f"{key_of(pool)}/{pool._queue_count}"] = call
        self._use(pool, "put", call=call)

    def _got(self, frame, value=None):
        queue = frame.f_locals["self"]
        if frame.f_back.f_code is pools._process_worker.__code__:
            if value is not None:
                self._use(queue, "get", call=Handed(f"{key_of(queue)}/{value.work_id}"))
        elif from_program(frame):
            self._use(queue, "get")

    def _sends(self, frame):
        self._transfer("send", frame, len(frame.f_locals["buf"]))

    def _receives(self, frame, value=None):
        if value is not None:
            self._transfer("receive", frame, value.getbuffer().nbytes)

    def _transfer(self, does, frame, count):
        if count == 0:
            return  # only wakes a thread of the same process
        machine, end = self._machine, frame.f_locals["self"]
        thing = self.of_end(end._handle) or end
        lane, line = machine.actor()
        machine.journal.add(
            "transfer", lane, line, does=does, bytes=count, resource=self.number(thing)
        )


def _by_code(handlers):
    return {function.__code__: handler for function, handler in handlers.items()}


def key_of(thing):
    """What one thing is known by in all processes."""
    if isinstance(thing, pools.ProcessPoolExecutor):
        thing = thing._call_queue
    if isinstance(thing, (queues.Queue, queues.SimpleQueue)):
        return thing._reader._handle
    if isinstance(thing, synchronize.Event):
        thing = thing._cond
    if isinstance(thing, synchronize.Condition):
        thing = thing._wait_semaphore
    if isinstance(thing, synchronize.SemLock):
        return thing._semlock.handle
    if isinstance(thing, connection.Connection):
        return thing._handle & ~1  # both ends of a pipe are one thing
    return None
