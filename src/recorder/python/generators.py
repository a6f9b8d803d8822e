"""Generators and coroutines that the program drives by hand, outside any task."""

import inspect
import weakref
from asyncio import tasks

from .lanes import describe
from .machine import exception, value
from .source import FILE, delegates, instruction
from .unborn import Unborn

_GENERATOR = inspect.CO_GENERATOR | inspect.CO_COROUTINE | inspect.CO_ASYNC_GENERATOR
# The ways to resume one that are methods of it.
_BY_HAND = ("send", "throw", "close")


def is_generator(code):
    return bool(code.co_flags & _GENERATOR)


class Generators:
    def __init__(self, machine):
        self.machine = machine
        self.called = None  # the name of what the program called last
        self._unborn = Unborn(machine.journal)
        self.crossed = None  # id of the exception that left a generator for the one who drives it
        self._inner = {}  # id of a generator that another one delegates to -> (itself, the other's lane)

    def calls(self, function):
        """The program calls a function; a generator function only makes a generator."""
        code = getattr(function, "__code__", None)
        if code is not None and code.co_filename == FILE and is_generator(code):
            if not self._in_task():
                self._unborn.made(code, self.machine.lane().number, self.machine.line())

    def starts(self, frame):
        if self._in_task():
            return
        if not _driven(frame):
            self._note_inner(frame)
            return
        machine = self.machine
        driver = machine.lane()
        generator = frame.f_generator
        function, argument = describe(generator)
        lane = machine.lanes.new(
            "generator", driver.number, machine.thread.number, function=function, argument=argument
        )
        machine.lanes.bind(lane, generator)
        lane.born = self._unborn.born(frame.f_code, lane.number)
        self._resume(lane, frame, "next")

    def resumes(self, frame):
        lane = self._lane(frame)
        if lane is not None:
            self._resume(lane, frame, self._way(frame))

    def thrown_into(self, frame, exc):
        closes = isinstance(exc, GeneratorExit)
        lane = self._lane(frame) or self._lane_around(frame)
        if lane is None and closes and not self._in_task():
            lane = self.machine.lanes.late(frame.f_generator)
        if lane is None or lane.ended is not None:
            return
        if lane not in self.machine.driven:
            self._resume(lane, frame, "close" if closes else "throw")

    def yields(self, frame, thing):
        lane = self._lane(frame)
        if lane is None:
            # Only after `throw` does a value of an inner one not pass through the outer one's frame,
            # which is still where it was left.
            lane = self._lane_around(frame)
            if lane is None or instruction(frame.f_back) != "RESUME":
                return
        self.machine.journal.add("yield", lane.number, lane.line, **value(thing))
        self._leave(lane)

    def ends(self, frame, thing):
        lane = self._lane(frame)
        if lane is not None:
            self.machine.end(lane, "returned", **value(thing))
            self._leave(lane)

    def fails(self, frame, exc):
        lane = self._lane(frame)
        if lane is None:
            return
        if isinstance(exc, GeneratorExit):
            self.machine.end(lane, "cancelled")
        else:
            self.machine.end(lane, "raised", **exception(exc))
        self.crossed = id(exc)
        self._leave(lane)

    def _note_inner(self, frame):
        if is_generator(frame.f_code) and frame.f_back is not None and delegates(frame.f_back):
            lane = self._lane(frame.f_back) or self._lane_around(frame.f_back)
            if lane is not None:
                self._inner[id(frame.f_generator)] = (weakref.ref(frame.f_generator), lane)

    def _lane_around(self, frame):
        """The lane of the generator that delegates to this one."""
        ref, lane = self._inner.get(id(frame.f_generator), (lambda: None, None))
        return lane if ref() is frame.f_generator else None

    def _resume(self, lane, frame, way):
        machine = self.machine
        driver = machine.lane()
        back = frame.f_back
        while back and delegates(back):
            back = back.f_back
        line = back.f_lineno if back and back.f_code.co_filename == FILE else None
        machine.journal.add(
            "resume", driver.number, line, target=lane.number, **{"with": way}
        )
        lane.thrown = None
        machine.driven.append(lane)

    def _leave(self, lane):
        while lane in self.machine.driven:
            self.machine.driven.pop()

    def _way(self, frame):
        called = instruction(frame.f_back).startswith("CALL") and self.called in _BY_HAND
        return self.called if called else "next"

    def _lane(self, frame):
        generator = frame.f_generator
        if generator is None:
            return None
        late = self.machine.lanes.late(generator)  # one that is closed because it is let go
        lane = late if late in self.machine.driven else self.machine.lanes.of(generator)
        return lane if lane is not None and lane.kind == "generator" else None

    def _in_task(self):
        running = self.machine.running
        return running is not None and tasks.current_task(running) is not None


def _driven(frame):
    """Whether the program itself resumes this one, not a library or another's `yield from`."""
    back = frame.f_back
    if back is None or back.f_code.co_filename != FILE or frame.f_code.co_name == "<genexpr>":
        return False
    return not delegates(back)
