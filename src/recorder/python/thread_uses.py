"""What threads do to locks, queues and their like, seen by watching `threading` and `queue` run."""

import queue
import threading
from asyncio import futures
from concurrent.futures import _base, thread as pools

from .ordered import OrderOfComing
from .source import FILE


# Methods of the library that only call the one that does it.
_SHORT = ("__enter__", "__exit__", "notify_all", "put_nowait", "get_nowait")


class ThreadUses:
    """Handlers by code object, for the start and for the return of a method."""

    def __init__(self, machine):
        self._machine = machine
        self._own_lock = set()
        semaphore, event, condition = threading.Semaphore, threading.Event, threading.Condition
        starts = {
            semaphore.acquire: self._seen,
            semaphore.release: self._does("release"),
            threading.BoundedSemaphore.release: self._does("release"),
            event.set: self._does("set", lambda s: not s._flag),
            event.clear: self._does("clear", lambda s: s._flag),
            condition.__init__: self._condition_starts,
            condition.notify: self._does("notify", lambda s: s._is_owned()),
            threading.Barrier.wait: self._does("arrive"),
            queue.Queue._put: self._item("put"),
            queue.LifoQueue._put: self._item("put"),
            queue.PriorityQueue._put: self._item("put"),
            queue.Queue._get: self._item("get"),
            queue.LifoQueue._get: self._item("get"),
            queue.PriorityQueue._get: self._item("get"),
            queue.Queue.task_done: self._does("task-done", lambda s: s.unfinished_tasks > 0),
            queue.Queue.shutdown: self._does("shutdown"),
            queue.SimpleQueue.put: self._simple_put,
            pools._WorkItem.run: self._taken,
            _base.Future.set_result: self._settled,
            _base.Future.set_exception: self._settled,
            futures._chain_future: self._chained,
        }
        returns = {
            semaphore.acquire: self._does("acquire"),
            condition.__init__: self._condition_made,
            queue.SimpleQueue.get: self._does("get"),
            pools.ThreadPoolExecutor.__init__: self._pool_made,
        }
        self.starts = {function.__code__: handler for function, handler in starts.items()}
        self.returns = {function.__code__: handler for function, handler in returns.items()}

    def _use(self, thing, what, **more):
        machine = self._machine
        number = machine.resources.number(thing, machine.frames)
        if number is None:
            return
        lane, line = machine.actor()
        machine.resources.used(number, what, lane)
        machine.journal.add("use", lane, line, resource=number, does=what, **more)

    def _does(self, what, happens=lambda thing: True):
        def handler(frame, value=True):
            if value is False or not from_program(frame) or self._machine.journal.muted:
                return
            thing = frame.f_locals["self"]
            if happens(thing):
                self._use(thing, what)

        return handler

    def _seen(self, frame):
        # Its value before the first use is the size that readers are told.
        if from_program(frame):
            machine = self._machine
            machine.resources.number(frame.f_locals["self"], machine.frames)

    def _item(self, what):
        def handler(frame):
            if from_program(frame.f_back):
                self._use(frame.f_locals["self"], what)

        return handler

    def _simple_put(self, frame):
        if from_program(frame):
            self._use(frame.f_locals["self"], "put")
        elif frame.f_back.f_code is pools.ThreadPoolExecutor.submit.__code__:
            pool = frame.f_back.f_locals
            call = self._machine.calls.new(pool["f"], pool["fn"], pool["args"])
            self._use(pool["self"], "put", call=call)

    def _taken(self, frame):
        """A worker has taken a call from its executor's queue."""
        worker = frame.f_back.f_locals
        executor, item = worker["executor_reference"](), frame.f_locals["self"]
        call = self._machine.calls.of(item.future)
        if executor is not None and call is not None:
            self._use(executor, "get", call=call)

    def _settled(self, frame):
        call = self._machine.calls.of(frame.f_locals["self"])
        if call is not None:
            error = frame.f_locals.get("exception")
            lane, line = self._machine.actor()
            told = {"exception": type(error).__name__} if error is not None else {}
            self._machine.journal.add("settle", lane, line, call=call, **told)

    def _chained(self, frame):
        self._machine.calls.same(frame.f_locals["source"], frame.f_locals["destination"])

    def _pool_made(self, frame, value=None):
        # The order of this set decides in which order threads are joined.
        frame.f_locals["self"]._threads = OrderOfComing()

    def _condition_starts(self, frame):
        # A lock that is handed in is the program's own and keeps its own name.
        if frame.f_locals["lock"] is None:
            self._own_lock.add(id(frame.f_locals["self"]))

    def _condition_made(self, frame, value=None):
        condition = frame.f_locals["self"]
        if id(condition) in self._own_lock:
            self._own_lock.discard(id(condition))
            self._machine.resources.part(condition._lock, condition)


def from_program(frame):
    """Whether the program itself calls this method, by name or by `with`."""
    back = frame.f_back
    while back is not None and back.f_code.co_filename != FILE and back.f_code.co_name in _SHORT:
        back = back.f_back
    return back is not None and back.f_code.co_filename == FILE
