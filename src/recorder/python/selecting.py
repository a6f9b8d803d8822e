"""The selector of a loop: it waits by moving the clock to where a real one would wake."""

import math
import selectors

from .clock import NEVER, TICK, nanoseconds
from .wires import error


class Selector:
    def __init__(self, loop):
        self._loop = loop
        self._fd_to_key = {}

    # What is watched

    def register(self, fileobj, events, data=None):
        number = _number(fileobj)
        if number in self._fd_to_key:
            raise KeyError(f"{fileobj!r} (FD {number}) is already registered")
        machine = self._loop._watcher.machine
        if number in range(3):
            machine.refuse("loop.add_reader or add_writer for something else than a socket")
        if number not in machine.world.table.ends:
            raise error("EBADF")
        self._fd_to_key[number] = selectors.SelectorKey(fileobj, number, events, data)
        return self._fd_to_key[number]

    def unregister(self, fileobj):
        return self._fd_to_key.pop(_number(fileobj))

    def modify(self, fileobj, events, data=None):
        self.unregister(fileobj)
        return self.register(fileobj, events, data)

    def get_key(self, fileobj):
        return self._fd_to_key[_number(fileobj)]

    def get_map(self):
        return selectors._SelectorMapping(self)

    _fileobj_lookup = staticmethod(lambda fileobj: _number(fileobj))

    def close(self):
        self._fd_to_key.clear()

    # Waiting

    def select(self, timeout=None):
        loop, world = self._loop, self._loop._watcher.machine.world
        if world is not None:
            loop._clock.move_to(loop._clock.now)  # what is due by now has happened
            if loop._watcher.blocking is None:
                world.signals.deliver()
        found = self.found()
        if found or (timeout is not None and timeout <= 0):
            return found
        until = None if timeout is None else self._until(timeout)
        blocking = loop._watcher.blocking
        if blocking is not None:
            blocking.select(loop, until)
            return self.found()
        if until is None and (world is None or world.next_at() is None):
            loop._watcher.sleeps_for_ever(loop)
        loop._watcher.sleeps(loop, until and loop._due.get(id(loop._scheduled[0])))
        while world is not None and not (found or loop._ready):
            following = world.next_at()
            if following is None and until is None:
                loop._watcher.sleeps_for_ever(loop)
            if following is None or (until is not None and following > until):
                break
            loop._clock.move_to(following)
            found = self.found()
        if until is not None and not (found or loop._ready):
            loop._clock.move_to(until)
        return found

    def _until(self, timeout):
        loop = self._loop
        wakes = loop._clock.now + loop._clock.lag + math.ceil(nanoseconds(timeout) / TICK) * TICK
        together = (
            loop._due[id(handle)]
            for handle in loop._scheduled
            if nanoseconds(handle._when) <= wakes and not handle._cancelled
        )
        # A real loop wakes once a day, finds nothing due, and sleeps on.
        until = max(together, default=loop._due[id(loop._scheduled[0])])
        return None if until == NEVER else until

    def found(self):
        """What is ready, in the order in which it came to be so."""
        ready = []
        world = self._loop._watcher.machine.world
        for number, key in self._fd_to_key.items():
            end = world.table.ends.get(number)
            if end is None:
                continue  # it was closed while it was watched: Linux forgets it, too
            events = selectors.EVENT_READ if end.readable() else 0
            events |= selectors.EVENT_WRITE if end.writable() else 0
            if events & key.events:
                ready.append((end.touched, key, events & key.events))
        return [(key, events) for _, key, events in sorted(ready, key=lambda each: each[0])]


# In debug mode asyncio logs which it uses.
Selector.__name__ = Selector.__qualname__ = "EpollSelector"
Selector.__module__ = "selectors"


def _number(fileobj):
    return fileobj if isinstance(fileobj, int) else fileobj.fileno()
