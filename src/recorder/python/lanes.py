"""The lanes: the program's thread, its loops, their tasks, and generators driven by hand."""

import gc
import re
import weakref
from asyncio import threads

SHORT = 16  # characters of a string argument that may stand in a name


class Lane:
    def __init__(self, number, kind, parent, on, function=None, argument=None):
        self.number = number
        self.kind = kind
        self.parent = parent
        self.on = on
        self.function = function
        self.argument = argument  # what may tell it from other lanes of its function
        self.given = None  # the name that the program gave it
        self.python = None
        self.born = None  # the step that created it
        self.ended = None  # the step at which it ended
        self.how = "pending"
        self.started = False
        self.running = False  # a task in its turn, which has not said yet what it waits for
        self.waits = None
        self.waits_at = None
        self.frames = frozenset()  # ids of the coroutines that it waits in
        self.stack = []  # the functions of the program that it is in
        self.visit = None  # the code and the statement that it reached last
        self.line = None  # the line that it reached last
        self.rising = None  # the code and the statement through which an exception comes up
        self.thrown = None  # id of the exception that was thrown in during this turn
        self.asked = False  # whether its cancellation was asked for during this wait
        self.family = None  # what it is called with its like, where it runs no function of its own
        # What a thread's lane has besides:
        self.computed = 0  # nanoseconds in which it computed
        self.loop = None
        self.driven = []
        self.closing = None
        self.turn = None


class Lanes:
    def __init__(self):
        self.all = []
        self._by_id = {}

    def new(self, kind, parent=None, on=None, **rest):
        lane = Lane(len(self.all), kind, parent, on, **rest)
        self.all.append(lane)
        return lane

    def bind(self, lane, thing):
        """Know the lane by the task or generator itself, without keeping that alive."""
        key = id(thing)
        self._by_id[key] = (weakref.ref(thing), lane)

    def of(self, thing):
        entry = self._by_id.get(id(thing))
        return entry[1] if entry is not None and entry[0]() is thing else None

    def late(self, thing):
        """The lane of a thing that may be on its way out, when no weak reference finds it."""
        entry = self._by_id.get(id(thing))
        return entry and entry[1]

    def living(self):
        return [thing for ref, _ in self._by_id.values() if (thing := ref()) is not None]

    def names(self):
        """A name for each lane, unique, and unique as an address too."""
        siblings = {}
        for lane in self.all:
            family = lane.family or lane.function
            if lane.given is None and family is not None:
                siblings.setdefault(family, []).append(lane)
        wanted = {}
        for function, lanes in siblings.items():
            arguments = [lane.argument for lane in lanes]
            telling = None not in arguments and len({*map(slug, arguments)}) == len(arguments)
            for place, lane in enumerate(lanes, 1):
                rest = lane.argument if telling else place
                wanted[lane] = function if len(lanes) == 1 else f"{function} {rest}"
        names, taken, counts = [], set(), {}
        for lane in self.all:
            name = free = lane.given or wanted.get(lane) or _PLAIN[lane.kind]
            while slug(free) in taken:
                counts[name] = counts.get(name, 1) + 1
                free = f"{name} {counts[name]}"
            taken.add(slug(free))
            names.append(free)
        return names


_PLAIN = {"thread": "program", "loop": "loop", "task": "task", "generator": "generator"}


def slug(name):
    return re.sub(r"[^a-z0-9]+", "-", str(name).lower()).strip("-")


def describe(coroutine):
    """The function that a coroutine or generator runs, and the argument that may name it."""
    code, frame = code_of(coroutine), frame_of(coroutine)
    if code is None:
        # What `aclose` hands out does not show the generator that it closes.
        closed = next(iter(gc.get_referents(coroutine)), None)
        name = code_of(closed).co_name if code_of(closed) else type(coroutine).__name__
        return f"close {name}", None
    return code.co_name.strip("<>"), frame and first_argument(code, frame)


def first_argument(code, frame):
    if code is threads.to_thread.__code__:
        return first_of(frame.f_locals["args"])
    for name in code.co_varnames[: code.co_argcount]:
        if name in ("self", "cls"):
            continue
        return first_of((frame.f_locals.get(name),))
    return None


def first_of(arguments):
    """The first argument as a part of a name, where it is one that fits there."""
    for value in arguments[:1]:
        if type(value) is int or (type(value) is str and slug(value) and len(value) <= SHORT):
            return str(value)
    return None


def code_of(thing):
    return _first(thing, "cr_code", "gi_code", "ag_code")


def frame_of(thing):
    return _first(thing, "cr_frame", "gi_frame", "ag_frame")


def awaited_by(thing):
    """What a suspended coroutine or generator is waiting in."""
    return _first(thing, "cr_await", "gi_yieldfrom", "ag_await")


def _first(thing, *names):
    return next((getattr(thing, name) for name in names if hasattr(thing, name)), None)
