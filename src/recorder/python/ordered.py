"""Sets that are gone through in an order of their own, where asyncio's and executors' sets have none.

The order of a set follows from where its members lie in memory, and so from every change of
this recorder. A real run has one of these orders, and so has a recording: always the same one.
"""

import asyncio
import contextlib
import functools
import sys
import weakref
from asyncio import taskgroups, tasks
from concurrent import futures
from concurrent.futures import _base


class OrderedSet(set):
    """Goes by a key of its members."""

    key = None

    def __iter__(self):
        return iter(sorted(super().__iter__(), key=self.key))

    def pop(self):
        for member in self:
            self.remove(member)
            return member
        return super().pop()

    def __repr__(self):
        return f"{{{', '.join(map(repr, self))}}}" if self else "set()"


OrderedSet.__name__ = OrderedSet.__qualname__ = "set"
OrderedSet.__module__ = "builtins"


class Places:
    """The place of each member: a task's is that of its lane, any other's when it was first seen."""

    def __init__(self, machine):
        self._lanes = machine.lanes
        self._seen = weakref.WeakKeyDictionary()

    def seen(self, members):
        for member in members:
            with contextlib.suppress(TypeError):  # one of a class that cannot be referred to weakly
                self._seen.setdefault(member, len(self._seen))

    def of(self, member):
        lane = self._lanes.of(member)
        try:
            seen = self._seen.get(member, sys.maxsize)
        except TypeError:
            seen = sys.maxsize
        return (1, seen) if lane is None else (0, lane.number)


def _class_of_sets(places):
    def __init__(self, members=()):
        members = list(members)
        places.seen(members)
        OrderedSet.__init__(self, members)

    body = {"key": staticmethod(places.of), "__init__": __init__, "__module__": "builtins"}
    return type("set", (OrderedSet,), body)


def install(machine):
    """Order the sets of tasks that asyncio hands out, or goes through."""
    machine.sets = ordered = _class_of_sets(Places(machine))
    all_tasks = tasks.all_tasks

    def ordered_all_tasks(loop=None):
        return ordered(all_tasks(loop))

    tasks.set = ordered  # what `wait` and `as_completed` make of what they are given
    tasks.all_tasks = asyncio.all_tasks = ordered_all_tasks
    return {
        taskgroups.TaskGroup.__init__.__code__: lambda frame: setattr(
            frame.f_locals["self"], "_tasks", ordered()
        )
    }


def install_for_executors(machine):
    """The same for the futures of executors."""
    ordered, wait = machine.sets, _base.wait

    @functools.wraps(wait)
    def ordered_wait(fs, timeout=None, return_when=_base.ALL_COMPLETED):
        done, not_done = wait(fs, timeout, return_when)
        return _base.DoneAndNotDoneFutures(ordered(done), ordered(not_done))

    _base.set = ordered
    _base.wait = futures.wait = ordered_wait


class OrderOfComing(dict):
    """A set in which members stay in the order in which they came."""

    def add(self, member):
        self[member] = None

    def discard(self, member):
        self.pop(member, None)
