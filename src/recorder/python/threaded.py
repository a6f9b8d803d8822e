"""Makes the machine one with threads, for a program that asks for them."""

import atexit
import threading

from . import leaving, ordered, replace
from .blocking import Blocking
from .calls import Calls
from .threads import Threads


def begin(machine, new_stack, port=None):
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
    if port is not None:
        _begin_processes(machine, threads, blocking, port)
    return blocking


def _begin_processes(machine, threads, blocking, port):
    from . import launch
    from .processes import Processes

    processes = machine.processes = threads.outside = Processes(machine, threads, blocking, port)
    launch.install(machine, processes)
    from multiprocessing import queues
    from . import process_uses
    from . import merged
    from .process_waits import ProcessWaits

    machine.resources.kinds[:0] = process_uses.KINDS
    machine.resources.key_of = process_uses.key_of
    uses = machine.process_uses = process_uses.ProcessUses(machine)
    threads.uses.starts |= uses.starts
    threads.uses.returns |= uses.returns
    waits = machine.process_waits = ProcessWaits(machine, uses)
    blocking.waits.also(queues.Queue._feed, waits.feeder, "wait")
    processes.put_together = lambda: merged.put_together(machine)
    processes.others = lambda: merged.others(machine)


def _shut_down():
    """What the interpreter does when the main thread is through: the others end first."""
    try:
        threading._shutdown()
    except KeyboardInterrupt as error:  # a signal's: it is told, and nobody is waited for any more
        leaving.ignored(error, "Exception ignored on threading shutdown")
    atexit._run_exitfuncs()
