"""`_multiprocessing`, which this build lacks: semaphores that several processes share."""

import types

SEM_VALUE_MAX = 2**31 - 1
_RECURSIVE = 0


def module(processes):
    made = types.ModuleType("_multiprocessing")
    made.SemLock = _class(processes)
    made.sem_unlink = lambda name: None  # a name is nothing here but a part of a pickle
    made.flags = {"HAVE_SEM_OPEN": 1, "HAVE_SEM_TIMEDWAIT": 1}
    return made


def _class(processes):
    port, threads = processes.port, processes.threads

    class SemLock:
        SEM_VALUE_MAX = SEM_VALUE_MAX

        def __init__(self, kind, value, maxvalue, name, unlink):
            self._set(port.semaphore(value), kind, maxvalue, name)

        def _set(self, handle, kind, maxvalue, name):
            self.handle, self.kind, self.maxvalue, self.name = handle, kind, maxvalue, name
            self.first_value = port.first_value_of(handle)
            self._taken = 0
            self._owner = None

        @classmethod
        def _rebuild(cls, handle, kind, maxvalue, name):
            self = object.__new__(cls)
            self._set(handle, kind, maxvalue, name)
            return self

        def acquire(self, block=True, timeout=None):
            if self.kind == _RECURSIVE and self._is_mine():
                self._taken += 1
                return True
            until = processes.until(None if timeout is None else max(timeout, 0))
            while not port.take(self.handle):
                if not block or (timeout is not None and timeout <= 0):
                    return False
                waits = processes.machine.process_waits.of([self.handle], "free")
                if not processes.wait([self.handle], *waits, until):
                    return False
            self._taken += 1
            self._owner = threads.now
            processes.machine.process_uses.lock(self, "acquire")
            return True

        def release(self):
            if self.kind == _RECURSIVE:
                if not self._is_mine():
                    raise AssertionError(
                        "attempt to release recursive lock not owned by thread"
                    )
                if self._taken > 1:
                    self._taken -= 1
                    return
            elif port.value_of(self.handle) >= self.maxvalue:
                raise ValueError("semaphore or lock released too many times")
            processes.machine.process_uses.lock(self, "release")
            self._taken -= 1
            port.release(self.handle)

        def _count(self):
            return self._taken

        def _is_mine(self):
            return self._taken > 0 and self._owner is threads.now

        def _get_value(self):
            return port.value_of(self.handle)

        def _is_zero(self):
            return port.value_of(self.handle) == 0

        def _after_fork(self):
            self._taken = 0

        def __enter__(self):
            return self.acquire()

        def __exit__(self, *_):
            self.release()

    SemLock.__module__ = "_multiprocessing"
    SemLock.__qualname__ = "SemLock"
    return SemLock
