"""What a thread waits for outside its process: read from the library's frames above it."""

import sys
from concurrent.futures import process as pools
from multiprocessing import process, queues, synchronize

from .processes import Elsewhere
from .thread_waits import library_frames


class ProcessWaits:
    def __init__(self, machine, uses):
        self._machine = machine
        self._uses = uses
        resource = self._resource
        manager = pools._ExecutorManagerThread
        self._by_code = {
            function.__code__: tell
            for function, *tell in (
                (pools._process_worker, self._worker, "Queue.get"),
                (manager.wait_result_broken_or_wakeup, self._manager, "wait"),
                (process.BaseProcess.join, self._join, "Process.join"),
                (queues.Queue.get, resource("item"), "Queue.get"),
                (queues.Queue.put, resource("space"), "Queue.put"),
                (queues.JoinableQueue.put, resource("space"), "Queue.put"),
                (queues.JoinableQueue.join, resource("joined"), "Queue.join"),
                (queues.SimpleQueue.get, resource("item"), "SimpleQueue.get"),
                (queues.Queue._feed, self._feed, "wait"),
                (queues.SimpleQueue.put, resource("space"), "SimpleQueue.put"),
                (synchronize.Event.wait, resource("set"), "Event.wait"),
                (synchronize.Condition.wait, resource("notified"), "Condition.wait"),
            )
        }

    def of(self, things, until="item"):
        """The wait, and the call that blocks, of the thread that is about to wait for things outside."""
        for frame in library_frames(sys._getframe(1)):
            known = self._by_code.get(frame.f_code)
            if known is not None:
                tell, call = known
                return tell(frame.f_locals), call
        for thing in things:
            whole = self._uses.of_end(thing)
            if whole is not None:
                return self._number(whole, until), "acquire" if until == "free" else "wait"
        for child in process.active_children.__globals__["_children"]:
            if child._popen is not None and child._popen.sentinel in things:
                return self._process(child), "wait"
        return {"for": "future"}, "wait"

    def _number(self, thing, until):
        return {"for": "resource", "resource": self._uses.number(thing), "until": until}

    def _resource(self, until):
        return lambda local: self._number(local["self"], until)

    def _worker(self, local):
        return self._number(local["call_queue"], "item")

    def _manager(self, local):
        executor = local["self"].executor_reference()
        return self._number(executor or local["self"].call_queue, "result")

    def _feed(self, local):
        return self._number(local["notempty"], "space")

    def feeder(self, local, lock):
        """The thread that pickles what was put into a queue, and sends it off."""
        return self._number(local["notempty"], "item")

    def _join(self, local):
        return self._process(local["self"])

    def _process(self, child):
        port = self._machine.processes.port
        return {"for": "lane", "lanes": [Elsewhere(child.pid - port.pid + port.number, child.name)]}
