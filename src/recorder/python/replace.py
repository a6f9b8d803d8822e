"""What is replaced in a program that uses threads; the library itself stays as it is.

`threads-replaced.test.ts` lists every name, and finds any that is not listed there.
"""

import _thread
import asyncio
import functools
import gc
import importlib
import logging
import os
import reprlib
import sys
import tempfile
import threading
import _py_warnings
from asyncio import events

from pyodide.ffi import JsProxy

from . import leaving, local, locks
from .handles import handle_class
from .lanes import first_of
from .lock_uses import LockUses

# `_thread` is C code that holds the real thread: all that blocks in it, or knows it.
_THREAD = (
    "LockType RLock _ThreadHandle _count _excepthook _get_main_thread_ident _local "
    "_make_thread_handle _shutdown allocate allocate_lock daemon_threads_allowed get_ident "
    "get_native_id interrupt_main lock start_joinable_thread start_new start_new_thread"
).split()


def install(machine, threads, blocking):
    """Put the machine's threads below `threading`; answers with what watches the locks."""
    uses = LockUses(machine)
    lock, rlock = locks.locks(threads, blocking, uses)
    _replace_thread(machine, threads, blocking, lock, rlock)
    # Locks that were taken from `_thread` before it was replaced.
    functools.RLock = rlock
    reprlib.get_ident = _thread.get_ident
    logging._lock = rlock()
    tempfile._allocate_lock, tempfile._once_lock = lock, lock()
    _py_warnings._lock = rlock()
    events._lock = lock()
    sys.modules["_queue"] = None  # blocks in C; `queue` has the same in Python
    importlib.reload(threading)
    import queue
    from concurrent.futures import thread as pools

    importlib.reload(queue)
    importlib.reload(pools)
    whole = gc.collect  # any other collection walks over stacks that are put aside
    gc.collect = lambda generation=2: whole()
    ensure = asyncio.ensure_future  # `run_sync` hands it the promise of a suspended stack

    asyncio.ensure_future = functools.wraps(ensure)(
        lambda it, *, loop=None: it if isinstance(it, JsProxy) else ensure(it, loop=loop)
    )
    os.cpu_count = os.process_cpu_count = lambda: machine.settings["cores"]
    condition = threading.Condition
    uses.passing = frozenset(
        function.__code__
        for function in (condition.__enter__, condition.__exit__, condition.wait, condition.wait_for)
    )


def _replace_thread(machine, threads, blocking, lock, rlock):
    handles = handle_class(threads, blocking)

    def start_joinable_thread(function, handle=None, daemon=True):
        handle = handle or handles()
        lane = _new_lane(machine, threads, function, handle)
        handle._set(threads.start(lane, function, daemon))
        return handle

    def start_new_thread(function, args, kwargs={}, /):
        def run():
            try:
                function(*args, **kwargs)
            except SystemExit:
                pass
            except BaseException as error:
                error.__traceback__ = error.__traceback__.tb_next  # without the recorder's frame
                leaving.ignored(error, "Exception ignored in thread started by", function)

        handle = handles()
        handle._set(threads.start(_new_lane(machine, threads, function, handle, args), run, True))
        return handle.ident

    def shutdown():
        for thread in threads.all:
            if not thread.daemon and thread is not threads.main:
                blocking.join(thread, None)

    excepthook = _thread._excepthook

    def whole_excepthook(args, /):
        stderr, whole = sys.stderr, []
        kept, stderr.kept = stderr.kept, whole
        try:
            excepthook(args)
        finally:
            stderr.kept = kept
            stderr.write("".join(whole))

    made = {
        "LockType": lock,
        "lock": lock,
        "RLock": rlock,
        "allocate": lock,
        "allocate_lock": lock,
        "_ThreadHandle": handles,
        "_count": threads.count,
        "_excepthook": whole_excepthook,
        "_get_main_thread_ident": lambda: threads.main.ident,
        "_local": local.local_class(threads),
        "_make_thread_handle": lambda ident: handles()._set(threads.by_ident(ident)),
        "_shutdown": shutdown,
        "daemon_threads_allowed": lambda: True,
        "get_ident": lambda: threads.now.ident,
        "get_native_id": lambda: threads.now.ident,
        "interrupt_main": lambda signum=2: machine.refuse("_thread.interrupt_main"),
        "start_joinable_thread": start_joinable_thread,
        "start_new": start_new_thread,
        "start_new_thread": start_new_thread,
    }
    for name in _THREAD:
        setattr(_thread, name, made[name])


def _new_lane(machine, threads, function, handle, args=()):
    """The lane of a new thread, or the error that Python gives when there are too many."""
    if threads.count() >= threads.limit:
        raise RuntimeError("can't start new thread")
    parent, line = machine.actor()
    lane = machine.lanes.new("thread", parent)
    thread = getattr(function, "__self__", None)
    if isinstance(thread, threading.Thread):
        name_lane(lane, thread)
    else:
        lane.function, lane.argument = function.__name__, first_of(args)
    machine.lanes.bind(lane, handle)
    lane.born = machine.journal.add("create", parent, line, child=lane.number)
    return lane


def name_lane(lane, thread):
    """What a thread is called in figures: by its own name, its executor, or the function that it runs."""
    target = thread._target
    lane.python = thread.name
    automatic = thread.name.startswith(("Thread-", "ThreadPoolExecutor-", "asyncio_"))
    module = getattr(target, "__module__", None)
    if module == "concurrent.futures.thread":
        lane.family = "worker"
    elif module == "multiprocessing.queues":
        lane.family, automatic = "feeder", True
    elif type(thread).__module__ == "concurrent.futures.process":
        lane.family = "pool's manager"
    elif module == "asyncio.base_events" and target.__name__ == "_do_shutdown":
        lane.family = "executor's end"
    elif isinstance(thread, threading.Timer):
        lane.function = getattr(thread.function, "__name__", "Timer")
    elif target is None:
        lane.function = type(thread).__name__
    else:
        lane.function = getattr(target, "__name__", type(target).__name__)
        lane.argument = first_of(thread._args)
    if not automatic:
        lane.given = thread.name
