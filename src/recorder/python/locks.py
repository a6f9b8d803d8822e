"""`_thread`'s locks, on the machine's scheduler."""

import math

FAIR = 1_000_000  # nanoseconds after which a lock is handed to the one who waits, as PyMutex does
TIMEOUT_MAX = 9223372036.0


class Waiting:
    """One thread that waits for a lock."""

    def __init__(self, thread, since):
        self.thread = thread
        self.since = since
        self.has = False  # the lock was handed over to it


def locks(threads, blocking, uses):
    """The classes, which know their scheduler, as those of `_thread` know the interpreter."""
    class Mutex:
        """What a lock and an RLock have in common: who may have it, and who waits."""

        def __init__(self):
            self._owner = None  # the thread that took it
            self._taken = False
            self._waiting = []

        def _take(self, blocking, timeout):
            if timeout != -1 and not blocking:
                raise ValueError("can't specify a timeout for a non-blocking call")
            if timeout < 0 and timeout != -1:
                raise ValueError("timeout value must be a non-negative number")
            if timeout > TIMEOUT_MAX:
                raise OverflowError("timestamp too large to convert to C PyTime_t")
            until = None if timeout == -1 else threads.clock.now + math.ceil(timeout * 1e9)
            while self._taken:
                if not blocking or timeout == 0:
                    return False
                if not self._wait(until):
                    return False
                if self._owner is threads.now:
                    break  # it was handed over
            self._taken, self._owner = True, threads.now
            return True

        def _wait(self, until):
            mine = Waiting(threads.now, threads.clock.now)
            self._waiting.append(mine)
            try:
                woken = blocking.in_lock(self, until)
            except BaseException:
                if mine in self._waiting:
                    self._waiting.remove(mine)
                raise
            if not woken and mine in self._waiting:
                self._waiting.remove(mine)
            return woken

        def _give(self):
            self._taken, self._owner = False, None
            if not self._waiting:
                return
            first = self._waiting.pop(0)
            if threads.clock.now - first.since >= FAIR:
                self._taken, self._owner = True, first.thread
            blocking.woken_by_lock(first.thread)

        def locked(self):
            return self._taken

        def _at_fork_reinit(self):
            self.__init__()

        def __reduce__(self):
            raise TypeError(f"cannot pickle '_thread.{type(self).__name__}' object")

    class lock(Mutex):
        def __new__(cls):
            return super().__new__(cls)

        def acquire(self, blocking=True, timeout=-1):
            if not self._take(blocking, timeout):
                return False
            uses.does(self, "acquire")
            return True

        def release(self):
            if not self._taken:
                raise RuntimeError("release unlocked lock")
            uses.does(self, "release")
            self._give()

        def __enter__(self):
            self._take(True, -1)
            uses.does(self, "acquire")
            return True

        def __exit__(self, *_):
            if not self._taken:
                raise RuntimeError("release unlocked lock")
            uses.does(self, "release")
            self._give()

        acquire_lock, release_lock = acquire, release

        def locked_lock(self):
            return self._taken

        def __repr__(self):
            state = "locked" if self._taken else "unlocked"
            return f"<{state} _thread.lock object at {id(self):#x}>"

    class RLock(Mutex):
        def __new__(cls, *args, **kwargs):
            return super().__new__(cls)

        def __init__(self):
            super().__init__()
            self._count = 0

        def acquire(self, blocking=True, timeout=-1):
            return self._enter(blocking, timeout)

        def __enter__(self):
            return self._enter(True, -1)

        def _enter(self, blocking, timeout):
            if self._owner is not threads.now:
                if not self._take(blocking, timeout):
                    return False
                uses.does(self, "acquire", deeper=1)
            self._count += 1
            return True

        def release(self):
            self._leave()

        def __exit__(self, *_):
            self._leave()

        def _leave(self):
            if self._owner is not threads.now:
                raise RuntimeError("cannot release un-acquired lock")
            self._count -= 1
            if self._count == 0:
                uses.does(self, "release", deeper=1)
                self._give()

        def _is_owned(self):
            return self._owner is threads.now

        def _recursion_count(self):
            return self._count if self._owner is threads.now else 0

        def _release_save(self):
            if self._count == 0:
                raise RuntimeError("cannot release un-acquired lock")
            count, self._count = self._count, 0
            uses.does(self, "release")
            self._give()
            return count

        def _acquire_restore(self, count):
            self._take(True, -1)
            self._count = count
            uses.does(self, "acquire")

        def __repr__(self):
            state = "locked" if self._taken else "unlocked"
            owner = self._owner.ident if self._owner else 0
            count = self._count
            return (
                f"<{state} _thread.RLock object owner={owner} count={count} at {id(self):#x}>"
            )

    for cls in (lock, RLock):
        cls.__module__, cls.__qualname__ = "_thread", cls.__name__
    return lock, RLock
