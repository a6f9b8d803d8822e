"""Calls that are handed to an executor, which runs them in threads of its own."""

import functools
import weakref

from .lanes import first_of


class Calls:
    def __init__(self):
        self._names = {}  # id of a future -> (weak reference to it, the name of its call)
        self._order = []
        self._taken = {}

    def new(self, future, function, args):
        name = call_name(function, args)
        count = self._taken[name] = self._taken.get(name, 0) + 1
        if count > 1:
            name = f"{name} #{count}"
        self._names[id(future)] = (weakref.ref(future), name)
        self._order.append(name)
        return name

    def same(self, future, other):
        """Another future that stands for the same call, such as asyncio's of a thread pool's."""
        name = self.of(future)
        if name is not None:
            self._names[id(other)] = (weakref.ref(other), name)

    def of(self, future):
        entry = self._names.get(id(future))
        return entry[1] if entry is not None and entry[0]() is future else None

    def in_order(self, futures):
        """The names of some calls, in the order in which they were handed over."""
        names = {self.of(future) for future in futures}
        return [name for name in self._order if name in names]


def call_name(function, args):
    """"fetch(3)": the function and the first argument, where that is short."""
    while isinstance(function, functools.partial):
        # `to_thread` wraps the function in a call of its context's `run`.
        inner = (*function.args, *args)
        if getattr(function.func, "__name__", "") == "run" and inner and callable(inner[0]):
            function, args = inner[0], inner[1:]
        else:
            function, args = function.func, inner
    name = getattr(function, "__name__", type(function).__name__).strip("<>")
    if name == "_process_chunk":  # several items of `map` at once
        inner, chunk = args
        first, last = call_name(inner, chunk[0]), call_name(inner, chunk[-1])
        return first if len(chunk) == 1 else f"{first} to {last}"
    argument = first_of(args)
    told = "" if not args else "…" if argument is None else repr(args[0])
    return f"{name}({told})"
