"""Locks, semaphores, events, conditions, barriers and queues, and what the program calls them."""

import weakref
from asyncio import locks, queues

_KINDS = (
    (locks.Semaphore, "semaphore"),
    (locks.Lock, "lock"),
    (locks.Event, "event"),
    (locks.Condition, "condition"),
    (locks.Barrier, "barrier"),
    (queues.Queue, "queue"),
)
_NO_LIMIT = 2**31 - 1  # what a queue of `multiprocessing` has as its maxsize where it has none
_SIZES = {
    "semaphore": ["_value"],
    "barrier": ["_parties"],
    "queue": ["_maxsize", "maxsize"],
    "executor": ["_max_workers"],
}


class Resources:
    def __init__(self):
        self.all = []
        self.kinds = list(_KINDS)
        self.key_of = None  # what a thing is known by in all processes, where there are several
        self.keys = {}  # number of a resource -> that
        self._by_id = {}
        self._holders = {}  # number of a resource -> the lanes that acquired it and hold it
        self._parts = {}  # id of a lock or event inside another thing -> that thing, or None

    def part(self, inner, whole):
        """`inner` belongs to `whole`, which readers know; to nothing they know if that is None."""
        self._parts[id(inner)] = (inner, whole)

    def number(self, thing, frames):
        """The number of a resource, which is named by what `frames` gives if it is new.

        None for a part of asyncio's own making that no reader knows.
        """
        while id(thing) in self._parts:
            thing = self._parts[id(thing)][1]
        if thing is None:
            return None
        entry = self._by_id.get(id(thing))
        if entry is None or entry[0]() is not thing:
            entry = self._by_id[id(thing)] = (weakref.ref(thing), self._new(thing, frames))
        return entry[1]

    def used(self, number, does, lane):
        """Keep in mind who holds what."""
        holders = self._holders.setdefault(number, [])
        if does == "acquire":
            holders.append(lane)
        elif does == "release" and holders:
            holders.remove(lane if lane in holders else holders[0])

    def holder(self, number):
        return next(iter(self._holders.get(number, ())), None)

    def _new(self, thing, frames):
        kind = next(kind for cls, kind in self.kinds if isinstance(thing, cls))
        name = wanted = name_in(thing, frames) or kind
        taken = {each["name"] for each in self.all}
        count = 1
        while name in taken:
            count += 1
            name = f"{wanted} {count}"
        resource = {"kind": kind, "name": name}
        size = next((getattr(thing, n) for n in _SIZES.get(kind, ()) if hasattr(thing, n)), None)
        if kind == "semaphore" and size is None:
            size = thing._semlock.first_value  # it is shared by processes
        if kind in _SIZES:
            resource["size"] = max(size or 0, 0) % _NO_LIMIT
        key = self.key_of and self.key_of(thing)
        if key is not None:
            self.keys[len(self.all)] = key
        self.all.append(resource)
        return len(self.all) - 1


def name_in(thing, frames):
    """The variable or attribute by which the program knows a thing, looked for from outside in.

    So a lock has the name that it was given where it was made, not a parameter's. The frames
    are asked for only when a name is: there may be a thousand.
    """
    frames = frames()
    spaces = [*(frame.f_globals for frame in frames[:1]), *(frame.f_locals for frame in frames)]
    for look in (_direct, _inside):
        for names in spaces:
            name = look(thing, names)
            if name:
                return name
    return None


def _direct(thing, names):
    return next((name for name, value in list(names.items()) if value is thing), None)


def _inside(thing, names):
    """In an attribute, a list or a dictionary that a variable holds."""
    for name, value in list(names.items()):
        if isinstance(value, (list, tuple)):
            place = next((n for n, each in enumerate(value) if each is thing), None)
            if place is not None:
                return f"{name}[{place}]"
        elif isinstance(value, dict):
            key = next((key for key, each in value.items() if each is thing), None)
            if key is not None:
                return f"{name}[{key!r}]"
        elif getattr(type(value), "__module__", None) in ("__main__", "__mp_main__"):
            attribute = _direct(thing, getattr(value, "__dict__", {}))
            if attribute:
                return attribute.lstrip("_")
    return None
