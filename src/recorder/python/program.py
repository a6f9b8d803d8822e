"""Runs one program from its text to its end, and hands back its schedule as JSON."""

import gc
import json
import os
import sys
import types
import warnings

from . import clock as clocks
from . import loop as loops
from . import depth, leaving, ordered, outside, refusals, streams
from .journal import Stopped
from .machine import Machine
from .source import FILE, Source
from .turns import Turns
from .watch import Watch

HOME = "/home/pyodide"


def record(text, settings, limits, host_clock, host_line, new_stack=None, port=None):
    """The outcome of one recording as JSON: a schedule, or what was wrong with the program.

    The host is told each time the clock moves, because C code reads its clock, and
    which line is reached, so that it can say so when it has to stop the program.
    For a program with threads it makes stacks, and has a port to other processes if it starts some.
    """
    try:
        Source(text)
    except SyntaxError as error:
        return json.dumps(_syntax_error(error))
    machine, watch, restore = set_up(text, settings, limits, host_clock, host_line, new_stack, port)
    try:
        ends = _run(machine, watch)
    finally:
        restore()
    return json.dumps(_schedule(machine, ends))


def has_threads(text, settings):
    """Whether a program needs threads, so that it has to be recorded with stacks of their own.

    asyncio looks a name up in a thread, where that takes time.
    """
    world = json.loads(settings).get("world")
    if world and any(host["delays"]["look_up"] for host in world["hosts"].values()):
        return True
    try:
        return Source(text).names_threads()
    except SyntaxError:
        return False


def has_processes(text, settings):
    """Whether it asks for processes too, and may have them: a world is that of one process."""
    if json.loads(settings).get("world"):
        return False
    try:
        return Source(text).names_processes()
    except SyntaxError:
        return False


def set_up(text, settings, limits, host_clock, host_line, new_stack, port):
    """The machine that a program runs on, or one of its processes, and what watches it."""
    clock = clocks.Clock(host_clock)
    machine = Machine(clock, Source(text), json.loads(settings), json.loads(limits))
    machine.journal.host = host_line
    turns = Turns(machine)
    with open(f"{HOME}/{FILE}", "w", encoding="utf-8") as file:
        file.write(text)  # where tracebacks and warnings read the lines that they quote
    if machine.settings.get("world") is not None:
        outside.begin(machine, machine.settings["world"], HOME)
    orders = ordered.install(machine)
    if new_stack is not None:
        turns.blocking = begin_threads(machine, new_stack, port)
    err, restore = streams.put(machine)
    watch = Watch(machine, turns, err, orders)
    _prepare(machine, turns)
    if machine.world is not None:
        machine.world.begin()
    return machine, watch, restore


def _run(machine, watch):
    module = _main_module()
    watch.begin()
    try:
        ends = _execute(machine, module)
    finally:
        watch.end()
    return ends


def begin_threads(machine, new_stack, port=None):
    from . import threaded  # imported only where there are threads: it replaces parts of the library

    return threaded.begin(machine, new_stack, port)


def _prepare(machine, turns):
    if machine.processes is None:
        clocks.seed(machine.settings["seed"])
    else:
        clocks.seed(machine.settings["seed"] + machine.processes.port.number, machine.processes.pid)
    clocks.follow(
        machine.clock,
        lambda seconds: _sleep(machine, turns.blocking, seconds),
        lambda: machine.thread.computed,
    )
    loops.install(turns, machine.clock)
    refusals.install(machine)
    depth.install()
    gc.disable()  # a collection has its place in the schedule: where the program asks for it
    gc.enable = lambda: None
    if machine.settings["debug"]:
        os.environ["PYTHONASYNCIODEBUG"] = "1"
    warnings.resetwarnings()
    for category in (DeprecationWarning, PendingDeprecationWarning, ImportWarning, ResourceWarning):
        warnings.simplefilter("ignore", category)
    warnings.filterwarnings("default", category=DeprecationWarning, module="__main__")


def _main_module():
    os.chdir(HOME)
    module = types.ModuleType("__main__")
    module.__file__ = FILE
    module.__builtins__ = __builtins__
    sys.modules["__main__"] = module
    if "__mp_main__" in sys.modules:  # as `multiprocessing` finds it when the program imports that
        sys.modules["__mp_main__"] = module
    sys.argv = [FILE]
    return module


def _execute(machine, module):
    what, journal = {}, machine.journal
    try:
        try:
            exec(machine.source.code, module.__dict__)
        except Stopped:
            raise
        except BaseException as error:
            what = leaving.report(error)
        if journal.stopped is None:
            leaving.finalize(machine, module)
    except Stopped:
        pass
    if journal.stopped is not None:
        return {"how": journal.stopped}
    machine.end(machine.main, "raised" if what else "returned", **what)
    return {"how": "raises", **what} if what else {"how": "returns"}


def _sleep(machine, blocking, seconds):
    """`time.sleep`: it holds the thread, and the loop if one runs there."""
    if not isinstance(seconds, float) and not hasattr(seconds, "__index__"):
        kind = type(seconds).__name__
        raise TypeError(f"'{kind}' object cannot be interpreted as an integer")
    if seconds < 0:
        raise ValueError("sleep length must be non-negative")
    length = clocks.nanoseconds(seconds)
    if blocking is not None:
        blocking.sleep(length)
        return
    step, before = None, machine.clock.micros
    if machine.running is not None:
        step = machine.step("block", call="time.sleep", lasts=length // 1000)
    else:
        due = machine.clock.now + length
        number = machine.new_timer(due, "time.sleep", machine.lane())
        machine.step("wait", waits={"for": "timer", "timer": number})
    try:
        machine.clock.advance(length)
    except BaseException:  # a signal cuts it short
        if step is not None:
            step["lasts"] = machine.clock.micros - before
        raise


def _schedule(machine, ends):
    if machine.processes is not None:
        return _outcome(machine, ends, machine.processes.put_together())
    machine.journal.finish()
    names = machine.lanes.names()
    numbers = {id(step): number for number, step in enumerate(machine.journal.steps)}
    told = {
        "lanes": [_lane(lane, name, numbers) for lane, name in zip(machine.lanes.all, names)],
        "resources": machine.resources.all,
        "steps": machine.journal.steps,
    }
    return _outcome(machine, ends, told)


def _outcome(machine, ends, told):
    outcome = {"ends": ends, "python": ".".join(map(str, sys.version_info[:3])), **told}
    if ends["how"] in ("deadlock", "hangs", "refused"):
        outcome["report"] = {
            "line": machine.stopped_line(),
            "waits": machine.stuck,
            "refused": machine.refusal,
        }
    return outcome


def _lane(lane, name, numbers):
    told = {"name": name, "kind": lane.kind}
    for key, thing in (
        ("python", lane.python),
        ("runs", lane.function),
        ("parent", lane.parent),
        ("on", lane.on),
    ):
        if thing is not None:
            told[key] = thing
    told["born"] = numbers.get(id(lane.born), 0)
    if lane.ended is not None:
        told["ended"] = numbers[id(lane.ended)]
    return {**told, "how": lane.how}


def _syntax_error(error):
    line, at = error.lineno or 1, error.offset or 1  # a null byte has no place
    to = error.end_offset if error.end_lineno == line and error.end_offset else 0
    return {
        "ends": {
            "how": "syntax-error",
            "exception": type(error).__name__,
            "message": error.msg,
            "line": line,
            "from": at,
            "to": max(to, at + 1),
        },
        "python": ".".join(map(str, sys.version_info[:3])),
        "lanes": [],
        "resources": [],
        "steps": [],
    }
