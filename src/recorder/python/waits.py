"""What a task waits for: read from its chain of awaits and the future at its end."""

import gc
import types
from asyncio import futures, locks, queues, taskgroups, tasks

from .callbacks import captured
from .lanes import awaited_by, code_of, frame_of
from .resources import name_in
from .source import FILE

_AWAITABLE = (types.CoroutineType, types.GeneratorType, types.AsyncGeneratorType)
_UNTIL = {"FIRST_COMPLETED": "first", "FIRST_EXCEPTION": "exception", "ALL_COMPLETED": "all"}


def wait_of(task, frames, machine):
    """The wait of a task that gave its loop back there, and the line of the program."""
    user = [frame for frame in frames if frame.f_code.co_filename == FILE]
    line = user[-1].f_lineno if user else None
    future = task._fut_waiter
    if future is None:
        return {"for": "turn"}, line
    for place in range(len(frames) - 1, -1, -1):
        frame = frames[place]
        if frame.f_code.co_filename == FILE:
            break
        tell = _BY_CODE.get(frame.f_code)
        if tell is not None:
            outer = {other.f_code for other in frames[:place]}
            waits = tell(frame.f_locals, outer, future, user, machine)
            if waits is not None:
                return waits, line
    return _by_future(future, task, user, machine), line


def chain(coroutine):
    """The frames of a suspended coroutine, from the outermost to the one that really waits."""
    frames = []
    while coroutine is not None:
        frame = frame_of(coroutine)
        if frame is not None:
            frames.append(frame)
        elif code_of(coroutine) is None:
            # What `anext` and `__await__` hand out does not show what it wraps.
            coroutine = next((x for x in gc.get_referents(coroutine) if type(x) in _AWAITABLE), None)
            continue
        coroutine = awaited_by(coroutine)
    return frames


def _by_future(future, task, user, machine):
    if isinstance(future, tasks.Task):
        return {"for": "lane", "lanes": [machine.lane_of(future).number]}
    if machine.calls is not None:
        parts = getattr(future, "_children", [future])
        calls = machine.calls.in_order(parts)
        if calls and len(calls) == len(parts):
            return {"for": "calls", "calls": calls, "until": "all"}
    if isinstance(future, tasks._GatheringFuture):
        return {"for": "gather", "lanes": _lanes(future._children, machine)}
    for callback, _ in future._callbacks or ():
        if getattr(callback, "__qualname__", "") == "shield.<locals>._outer_done_callback":
            return _shield(captured(callback, "inner"), future, task, user, machine)
    name = name_in(future, machine.frames)
    return {"for": "future", **({"name": name} if name else {})}


def _shield(inner, outer, task, user, machine):
    lane = machine.lane_of(task).number
    machine.shields[id(inner)] = machine.shields[id(outer)] = lane
    if isinstance(inner, tasks.Task):
        return {"for": "shield", "lanes": [machine.lane_of(inner).number]}
    return _by_future(inner, task, user, machine)


def _lanes(members, machine):
    """The lanes of futures that are tasks, each once, in the order in which they stand."""
    found = [machine.lane_of(each).number for each in members if isinstance(each, tasks.Task)]
    return list(dict.fromkeys(found))


def _sleep(local, outer, future, user, machine):
    number = machine.timers.get(id(future))
    return None if number is None else {"for": "timer", "timer": number}


def _some(local, outer, future, user, machine):
    # A set has no order that a reader could see: the lanes' own does.
    return {
        "for": "any",
        "lanes": sorted(_lanes(local["fs"], machine)),
        "until": _UNTIL[local["return_when"]],
    }


def _completed(local, outer, future, user, machine):
    return {"for": "any", "lanes": sorted(_lanes(local["self"]._todo, machine)), "until": "first"}


def _cancelled(local, outer, future, user, machine):
    return _by_future(local["fut"], None, user, machine)


def _group(local, outer, future, user, machine):
    return {"for": "group", "lanes": sorted(_lanes(local["self"]._tasks, machine))}


def _resource(until, unless=()):
    def tell(local, outer, future, user, machine):
        if outer & {function.__code__ for function in unless}:
            return None
        number = machine.resources.number(local["self"], machine.frames)
        return {"for": "resource", "resource": number, "until": until}

    return tell


_BY_CODE = {
    tasks.sleep.__code__: _sleep,
    tasks._wait.__code__: _some,
    tasks._cancel_and_wait.__code__: _cancelled,
    tasks._AsCompletedIterator._wait_for_one.__code__: _completed,
    taskgroups.TaskGroup._aexit.__code__: _group,
    locks.Lock.acquire.__code__: _resource("free"),
    locks.Semaphore.acquire.__code__: _resource("free"),
    locks.Event.wait.__code__: _resource("set", unless=[queues.Queue.join]),
    locks.Condition.wait.__code__: _resource("notified", unless=[locks.Barrier.wait]),
    locks.Barrier.wait.__code__: _resource("all-arrived"),
    queues.Queue.get.__code__: _resource("item", unless=[tasks._AsCompletedIterator._wait_for_one]),
    queues.Queue.put.__code__: _resource("space"),
    queues.Queue.join.__code__: _resource("joined"),
}
