"""Sets that are gone through in an order of their own, where asyncio's and executors' sets have none.

The order of a set follows from where its members lie in memory, and so from every change of
this recorder. A real run has one of these orders, and so has a recording: always the same one.
"""

import sys
from asyncio import taskgroups, tasks


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


def set_of_tasks(machine):
    """The class of sets whose tasks come in the order in which they were created."""

    def place(task):
        lane = machine.lanes.of(task)
        return sys.maxsize if lane is None else lane.number

    return type("set", (OrderedSet,), {"key": staticmethod(place), "__module__": "builtins"})


def install(machine):
    """Order the sets of tasks that asyncio hands out, or goes through."""
    ordered = set_of_tasks(machine)
    all_tasks, wait = tasks.all_tasks, tasks.wait

    def ordered_all_tasks(loop=None):
        return ordered(all_tasks(loop))

    async def ordered_wait(fs, *, timeout=None, return_when=tasks.ALL_COMPLETED):
        done, pending = await wait(fs, timeout=timeout, return_when=return_when)
        return ordered(done), ordered(pending)

    import asyncio

    ordered_wait.__name__, ordered_wait.__qualname__ = "wait", "wait"
    tasks.all_tasks = asyncio.all_tasks = ordered_all_tasks
    tasks.wait = asyncio.wait = ordered_wait
    return {
        taskgroups.TaskGroup.__init__.__code__: lambda frame: setattr(
            frame.f_locals["self"], "_tasks", ordered()
        )
    }


class OrderOfComing(dict):
    """A set in which members stay in the order in which they came."""

    def add(self, member):
        self[member] = None

    def discard(self, member):
        self.pop(member, None)
