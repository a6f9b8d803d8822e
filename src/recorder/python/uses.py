"""What is done to locks, queues and their like, seen by watching asyncio's own methods run."""

from asyncio import locks, queues, tasks

QUEUES = queues.__file__


class Uses:
    """Handlers by code object, for the start and for the return of a method."""

    def __init__(self, machine):
        self._machine = machine
        self._own_lock = set()  # ids of conditions that make their lock themselves
        lock, semaphore, queue = locks.Lock, locks.Semaphore, queues.Queue
        starts = {
            lock.release: self._does("release", lambda s: s._locked),
            # Its value before the first use is the size that readers are told.
            semaphore.acquire: lambda frame: self._number(frame.f_locals["self"]),
            semaphore.release: self._does("release"),
            locks.Event.set: self._does("set", lambda s: not s._value),
            locks.Event.clear: self._does("clear", lambda s: s._value),
            locks.Condition.__init__: self._condition_starts,
            locks.Condition.notify: self._does("notify", lambda s: s.locked()),
            locks.Barrier.wait: self._does("arrive"),
            queue.put_nowait: self._does("put", lambda s: not (s._is_shutdown or s.full())),
            queue.get_nowait: self._does("get", lambda s: not s.empty()),
            queue.task_done: self._does("task-done", lambda s: s._unfinished_tasks > 0),
            queue.shutdown: self._does("shutdown"),
        }
        returns = {
            lock.acquire: self._does("acquire"),
            semaphore.acquire: self._does("acquire"),
            locks.Condition.__init__: self._condition_made,
            locks.Barrier.__init__: lambda frame: self._hide(frame.f_locals["self"]._cond),
            queue.__init__: lambda frame: self._hide(frame.f_locals["self"]._finished),
            tasks._AsCompletedIterator.__init__: lambda frame: self._hide(
                frame.f_locals["self"]._done
            ),
        }
        self.starts = {function.__code__: handler for function, handler in starts.items()}
        self.returns = {function.__code__: handler for function, handler in returns.items()}

    def _does(self, what, happens=lambda thing: True):
        def handler(frame):
            thing = frame.f_locals["self"]
            if isinstance(thing, locks.Event) and frame.f_back.f_code.co_filename == QUEUES:
                return  # a queue's own event, which tells `join` that all is done
            machine = self._machine
            if machine.journal.muted or not happens(thing):
                return
            number = self._number(thing)
            if number is not None:
                lane, line = machine.actor()
                machine.resources.used(number, what, lane)
                machine.journal.add("use", lane, line, resource=number, does=what)

        return handler

    def _number(self, thing):
        return self._machine.resources.number(thing, self._machine.frames)

    def _hide(self, inner):
        self._machine.resources.part(inner, None)

    def _condition_starts(self, frame):
        # A lock that is handed in is the program's own and keeps its own name.
        if frame.f_locals["lock"] is None:
            self._own_lock.add(id(frame.f_locals["self"]))

    def _condition_made(self, frame):
        condition = frame.f_locals["self"]
        if id(condition) in self._own_lock:
            self._own_lock.discard(id(condition))
            self._machine.resources.part(condition._lock, condition)
