"""What a program may not ask for here, and is told so with its line."""

import os
import signal
import socket
import subprocess
import sys
import threading

from .source import FILE

# Refused whoever asks for it: the library cannot do without it either.
_METHODS = (
    (socket.socket, "__init__", "socket.socket"),
    (subprocess.Popen, "__init__", "subprocess.Popen"),
)
# Refused to the program itself; the library calls some of them where that does no harm.
_FUNCTIONS = (
    (os, "abort execv execve fork forkpty kill posix_spawn posix_spawnp system"),
    (signal, "alarm pause pthread_kill raise_signal set_wakeup_fd setitimer signal sigwait"),
)
# In an example that states a `world:` they look into that.
_LOOKING_UP = (
    (socket, "getaddrinfo gethostbyaddr gethostbyname gethostbyname_ex getnameinfo"),
)
# Takes the interpreter away; where there are processes, it is theirs.
_EXITING = ((os, "_exit"),)
# These walk over the stacks of all threads, of which only one is in its place.
_WATCHING = (
    (sys, "setprofile settrace"),
    (threading, "setprofile setprofile_all_threads settrace settrace_all_threads"),
    (sys.monitoring, "set_events use_tool_id"),
)
_MODULES = ("ctypes", "_ctypes")
# Refused whoever imports them.
_PROCESSES = {
    "multiprocessing": "import multiprocessing",
    "concurrent.futures.process": "ProcessPoolExecutor",
}
# Parts of `multiprocessing` that the machine's processes do not carry.
_LACKING = {
    "multiprocessing.managers": "multiprocessing.Manager",
    "multiprocessing.pool": "multiprocessing.Pool",
    "multiprocessing.sharedctypes": "multiprocessing.Value or Array",
}
_WATCHING_MODULES = ("cProfile", "_lsprof", "profile", "bdb", "pdb", "trace")


def install(machine):
    has_threads = machine.threads is not None
    methods = _METHODS if has_threads else (*_METHODS, (threading.Thread, "start", _STARTED))
    if machine.world is not None:
        methods = methods[1:]
    for owner, method, name in methods:
        setattr(owner, method, lambda self, *_, name=name, **__: machine.refuse(name))
    functions = (*_FUNCTIONS, *(_WATCHING if has_threads else ()))
    functions += () if machine.world is not None else _LOOKING_UP
    functions += () if machine.processes is not None else _EXITING
    for module, names in functions:
        for name in names.split():
            if machine.world is None or (module, name) not in _IN_A_WORLD:
                _refuse(machine, module, name)
    refused = _MODULES + (_WATCHING_MODULES if has_threads else ())
    refused += () if machine.world is None else _UNMODELLED
    for name in refused:
        sys.modules.pop(name, None)
    sys.meta_path.insert(0, Finder(machine, refused))


_STARTED = "threading.Thread.start"
# What an example's `world:` brings with it, and what it does not.
_IN_A_WORLD = ((signal, "signal"), (signal, "raise_signal"))
_UNMODELLED = ("select", "selectors", "socketserver", "ssl")


def _refuse(machine, module, name):
    real = getattr(module, name, None)
    full = f"{module.__name__}.{name}"

    def asked(*args, **kwargs):
        if real is None or sys._getframe(1).f_code.co_filename == FILE:
            machine.refuse(full)
        return real(*args, **kwargs)

    asked.__name__ = asked.__qualname__ = name
    setattr(module, name, asked)


class Finder:
    """Stands before all that find modules, and refuses some that the program imports."""

    def __init__(self, machine, refused):
        self._machine = machine
        self._refused = refused

    def find_spec(self, name, path=None, target=None):
        if name in _PROCESSES and self._machine.processes is None:
            self._machine.refuse(_PROCESSES[name])
        if name in _LACKING:
            self._machine.refuse(_LACKING[name])
        if name in self._refused and self._machine.imports():
            self._machine.refuse(f"import {name}")
        return None
