"""How `multiprocessing` starts processes, and sees their end; all above that is CPython's.

`processes-replaced.test.ts` lists every name that is put in the place of another.
"""

import errno
import io
import json
import os
import signal
import sys
import types

from pyodide.ffi import to_js

from . import pipe_ends, semaphores
from .processes import Elsewhere
from .replace import name_lane


def install(machine, processes):
    """Put the machine's processes below `multiprocessing`, which is imported only now."""
    os.getpid = lambda: processes.pid  # the library keeps it as it finds it
    sys.modules["_multiprocessing"] = semaphores.module(processes)
    sys.modules["_posixshmem"] = _no_shared_memory(machine)
    from multiprocessing import context, popen_fork, popen_spawn_posix, resource_tracker

    resource_tracker.register = resource_tracker.unregister = lambda name, kind: None
    pipe_ends.install(machine, processes)
    popen_spawn_posix.Popen._launch = _launcher(machine, processes)
    popen_fork.Popen.poll = _poll(processes)
    popen_fork.Popen._send_signal = _send_signal(processes)
    context._default_context._default_context = context._concrete_contexts["spawn"]
    for name in ("fork", "forkserver"):
        kind = type(context._concrete_contexts[name])
        kind._check_available = _refused(machine, name)
    os._exit = _exit(machine, processes)


def _launcher(machine, processes):
    from multiprocessing import reduction, spawn, util
    from multiprocessing.context import set_spawning_popen

    def _launch(self, process_obj):
        told = io.BytesIO()
        prepared = spawn.get_preparation_data(process_obj._name)
        set_spawning_popen(self)
        try:
            reduction.dump(prepared, told)
            before = told.tell()
            reduction.dump(process_obj, told)
        finally:
            set_spawning_popen(None)
        port = processes.port
        sentinel, end_of_child = port.pipe()
        parent_sentinel, own_end = port.pipe()
        about = {
            "lane": name_process(process_obj),
            "process": process_obj.name,
            "parent_sentinel": parent_sentinel,
        }
        ends = [*self._fds, end_of_child, parent_sentinel]
        number = port.start(to_js(told.getvalue()), json.dumps(about), to_js(ends))
        port.close(end_of_child)
        port.close(parent_sentinel)
        if number < 0:
            port.close(sentinel)
            port.close(own_end)
            raise BlockingIOError(errno.EAGAIN, os.strerror(errno.EAGAIN))
        self.pid = port.pid - port.number + number
        self.sentinel = sentinel
        self.finalizer = util.Finalize(self, _close_all, (port, sentinel, own_end))
        threads = machine.threads
        threads.told = True
        lane, line = machine.actor()
        machine.journal.add(
            "create", lane, line, child=Elsewhere(number, process_obj.name), bytes=told.tell() - before
        )

    return _launch


def _close_all(port, *ends):
    for end in ends:
        port.close(end)


def name_process(process):
    """What the main thread of a process is called in figures: as a thread with that target is."""
    kept = _Named()
    target = process._target
    if getattr(target, "__module__", None) == "concurrent.futures.process":
        kept.family = "worker process"
    else:
        name_lane(kept, _AsThread(process))
        if process.name.startswith(f"{type(process).__name__}-"):
            kept.given = None
    return {name: value for name, value in vars(kept).items() if name != "python"}


class _Named:
    """Takes the names that a lane would have."""

    def __init__(self):
        self.function = self.argument = self.given = self.family = None


class _AsThread:
    """A process, seen as the thread that runs its target."""

    def __init__(self, process):
        self.name = process.name
        self._target = process._target
        self._args = process._args
        self.kind = type(process).__name__


def _poll(processes):
    def poll(self, flag=os.WNOHANG):
        if self.returncode is None:
            if flag != os.WNOHANG:
                pipe_ends.wait_for_end(processes, self)
            self.returncode = processes.port.code_of(self.pid)
        return self.returncode

    return poll


def _send_signal(processes):
    def _send_signal(self, sig):
        if self.returncode is None:
            processes.port.send_signal(self.pid, int(sig))

    return _send_signal


def _exit(machine, processes):
    def _exit(status):
        if processes.port.number == 0:
            machine.refuse("os._exit")
        processes.die(status)

    return _exit


def _no_shared_memory(machine):
    """A module that this build lacks too: the library imports it, and the program may not use it."""
    lacking = types.ModuleType("_posixshmem")
    for name in ("shm_open", "shm_unlink"):
        setattr(lacking, name, lambda *_, **__: machine.refuse("multiprocessing.shared_memory"))
    return lacking


def _refused(machine, name):
    def _check_available(self):
        machine.refuse(f"the start method {name!r}")

    return _check_available
