"""Makes the machine one with threads, for a program that asks for them."""

import atexit
import threading

from . import ordered, replace
from .blocking import Blocking
from .calls import Calls
from .threads import Threads


def begin(machine, new_stack):
    """Put the machine's threads in the place of the interpreter's; answers how they block."""
    threads = machine.threads = Threads(machine, new_stack)
    blocking = Blocking(machine, threads)
    threads.for_ever = machine.for_ever
    machine.blocking = blocking
    machine.calls = Calls()
    replace.install(machine, threads, blocking)
    ordered.install_for_executors(machine)
    # Only now: these take the library's functions as they are found.
    import queue
    from concurrent.futures import ThreadPoolExecutor
    from .thread_uses import ThreadUses
    from .thread_waits import ThreadWaits

    machine.resources.kinds += [
        (threading.BoundedSemaphore, "semaphore"),
        (threading.Semaphore, "semaphore"),
        ((threading.Lock, type(threading.RLock())), "lock"),
        (threading.Event, "event"),
        (threading.Condition, "condition"),
        (threading.Barrier, "barrier"),
        ((queue.Queue, queue.SimpleQueue), "queue"),
        (ThreadPoolExecutor, "executor"),
    ]
    threads.uses = ThreadUses(machine)
    threads.bottom = threading.Thread._bootstrap_inner.__code__
    threads.shut_down = _shut_down
    blocking.waits = ThreadWaits(machine)
    return blocking


def _shut_down():
    """What the interpreter does when the main thread is through: the others end first."""
    threading._shutdown()
    atexit._run_exitfuncs()
