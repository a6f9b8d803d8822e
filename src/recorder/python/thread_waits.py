"""What a thread waits for when it blocks in a lock: read from the library's frames above it."""

import queue
import threading
from concurrent.futures import _base, thread as pools

from .resources import name_in
from .source import FILE

_UNTIL = {
    _base.FIRST_COMPLETED: "first",
    _base.FIRST_EXCEPTION: "exception",
    _base.ALL_COMPLETED: "all",
}


class ThreadWaits:
    def __init__(self, machine):
        self._machine = machine
        resource = self._resource
        self._by_code = {
            function.__code__: tell
            for function, *tell in (
                (threading.Thread.start, self._start, "Thread.start"),
                (threading.Condition.wait, self._condition, "Condition.wait"),
                (threading.Event.wait, resource("set"), "Event.wait"),
                (threading.Semaphore.acquire, resource("free"), "Semaphore.acquire"),
                (threading.Barrier.wait, resource("all-arrived"), "Barrier.wait"),
                (queue.Queue.get, resource("item"), "Queue.get"),
                (queue.Queue.put, resource("space"), "Queue.put"),
                (queue.Queue.join, resource("joined"), "Queue.join"),
                (queue.SimpleQueue.get, resource("item"), "SimpleQueue.get"),
                (pools._worker, self._worker, "SimpleQueue.get"),
                (_base.Future.result, self._future, "Future.result"),
                (_base.Future.exception, self._future, "Future.exception"),
                (_base.wait, self._some, "concurrent.futures.wait"),
                (_base.as_completed, self._next, "as_completed"),
            )
        }

    def also(self, function, tell, call):
        """What waits inside another function of the library."""
        self._by_code[function.__code__] = tell, call

    def of(self, lock, frames):
        """The wait, and the call that blocks, of the thread that is about to block in a lock."""
        for frame in frames:
            known = self._by_code.get(frame.f_code)
            if known is not None:
                tell, call = known
                return tell(frame.f_locals, lock), call
        return self._number(lock, "free"), "acquire"

    def _number(self, thing, until):
        number = self._machine.resources.number(thing, self._machine.frames)
        return {"for": "resource", "resource": number, "until": until}

    def _resource(self, until):
        return lambda local, lock: self._number(local["self"], until)

    def _condition(self, local, lock):
        condition = local["self"]
        return self._number(condition, "free" if lock is condition._lock else "notified")

    def _start(self, local, lock):
        lane = self._machine.lanes.of(local["self"]._os_thread_handle)
        return {"for": "started", "lanes": [lane.number]}

    def _worker(self, local, lock):
        return self._number(local["executor_reference"]() or local["work_queue"], "item")

    def _future(self, local, lock):
        future = local["self"]
        call = self._machine.calls.of(future)
        if call is not None:
            return {"for": "calls", "calls": [call], "until": "all"}
        name = name_in(future, self._machine.frames)
        return {"for": "future", **({"name": name} if name else {})}

    def _some(self, local, lock):
        return self._calls(local["fs"], _UNTIL[local["return_when"]])

    def _next(self, local, lock):
        return self._calls(local["pending"], "first")

    def _calls(self, futures, until):
        return {"for": "calls", "calls": self._machine.calls.in_order(futures), "until": until}


def library_frames(frame):
    """The frames above the program's last one, from there inward; all where it has none."""
    found = []
    while frame is not None and frame.f_code.co_filename != FILE:
        found.append(frame)
        frame = frame.f_back
    return found[::-1]
