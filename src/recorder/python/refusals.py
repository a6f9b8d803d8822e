"""What a program may not ask for here, and is told so with its line."""

import asyncio
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from importlib.machinery import ModuleSpec

from .source import FILE

# Refused whoever asks for it: the library cannot do without it either.
_METHODS = (
    (socket.socket, "__init__", "socket.socket"),
    (subprocess.Popen, "__init__", "subprocess.Popen"),
)
# Refused to the program itself; the library calls some of them where that does no harm.
_FUNCTIONS = (
    (os, "abort chroot dup dup2 execl execle execlp execlpe execv execve execvp execvpe fork"),
    (os, "forkpty getloadavg kill killpg lockf login_tty pipe popen posix_openpt posix_spawn"),
    (os, "posix_spawnp register_at_fork set_blocking setpgid setsid setuid spawnl spawnle"),
    (os, "spawnlp spawnlpe spawnv spawnve spawnvp spawnvpe system ttyname wait wait3 wait4"),
    (os, "waitid waitpid"),
    (signal, "alarm getitimer pause pthread_kill pthread_sigmask raise_signal set_wakeup_fd"),
    (signal, "setitimer siginterrupt signal sigpending sigtimedwait sigwait sigwaitinfo"),
)
# What Linux has and this build of Python has not: a program that asks for it is told so.
_LINUX = {
    os: "copy_file_range eventfd eventfd_read eventfd_write getegid geteuid getgrouplist getgroups "
    "getrandom getresgid getresuid getxattr initgroups lchown link listxattr memfd_create mkfifo "
    "mknod nice openpty pidfd_open pipe2 posix_fallocate preadv pwritev removexattr "
    "sched_get_priority_max sched_get_priority_min sched_getaffinity sched_getparam "
    "sched_getscheduler sched_param sched_rr_get_interval sched_setaffinity sched_setparam "
    "sched_setscheduler sendfile setegid seteuid setgroups setns setpriority setresgid setresuid "
    "setxattr splice timerfd_create timerfd_gettime timerfd_gettime_ns timerfd_settime "
    "timerfd_settime_ns unshare",
    signal: "pidfd_send_signal",
    socket: "AF_ALG AF_CAN AF_NETLINK AF_PACKET AF_QIPCRTR AF_TIPC AF_UNIX AF_VSOCK",
    asyncio: "open_unix_connection start_unix_server",
    time: "tzset",
}
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
_MODULES = ("ctypes", "_ctypes", "webbrowser")
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
    for module, names in _LINUX.items():
        _refuse_missing(machine, module, names.split())
    refused = _MODULES + (_WATCHING_MODULES if has_threads else ())
    refused += () if machine.world is None else _UNMODELLED
    kept = {name: sys.modules.pop(name, None) for name in refused}
    if machine.world is not None:
        context = kept["ssl"].SSLContext
        for name in ("wrap_socket", "wrap_bio"):
            setattr(context, name, lambda *_, **__: machine.refuse("TLS, by ssl.SSLContext"))
    sys.meta_path.insert(0, Finder(machine, kept))


_STARTED = "threading.Thread.start"
# What an example's `world:` brings with it, and what it does not.
_IN_A_WORLD = ((os, "kill"), (signal, "signal"), (signal, "raise_signal"))
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


def _refuse_missing(machine, module, names):
    """A name that is not there is refused to the program; the library may look whether it is."""
    before = vars(module).get("__getattr__")

    def missing(name):
        if name in names and sys._getframe(1).f_code.co_filename == FILE:
            machine.refuse(f"{module.__name__}.{name}")
        if before is not None:
            return before(name)
        raise AttributeError(f"module {module.__name__!r} has no attribute {name!r}")

    module.__getattr__ = missing


class Finder:
    """Stands before all that find modules, and refuses some that the program imports."""

    def __init__(self, machine, refused):
        self._machine = machine
        self._refused = refused

    def find_spec(self, name, path=None, target=None):
        if name in _PROCESSES and self._machine.processes is None:
            if self._machine.world is not None:
                self._machine.lacks(
                    f"asks for processes with `{_PROCESSES[name]}`, "
                    "and what `world:` states is there for one process only"
                )
            self._machine.refuse(_PROCESSES[name])
        if name in _LACKING:
            self._machine.refuse(_LACKING[name])
        if name in self._refused and self._machine.imports():
            self._machine.refuse(f"import {name}")
        module = self._refused.get(name)
        return None if module is None else ModuleSpec(name, Kept(module))


class Kept:
    """Gives the library a module that it had before."""

    def __init__(self, module):
        self._module = module

    def create_module(self, spec):
        return self._module

    def exec_module(self, module):
        pass
