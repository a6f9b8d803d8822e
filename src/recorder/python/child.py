"""A process that the program started: from the bytes that it was sent to its exit code."""

import json
import os
import runpy
import sys
import types

from pyodide.ffi import create_proxy, run_sync

from . import merged
from .journal import Stopped
from .program import HOME, set_up
from .source import FILE

_DATA = f"{HOME}/.from-parent"


def work(job, port, data, about):
    """Runs one process to its end; what it recorded is asked for through the port."""
    machine, watch, _ = set_up(*job, port)
    processes = machine.processes
    lane = machine.main
    about = json.loads(about)
    for name, value in about["lane"].items():
        setattr(lane, name, value)
    processes.python, processes.parent_sentinel = about["process"], about["parent_sentinel"]
    stop_everything(machine, port)
    port.tells = create_proxy(lambda: merged.told(machine))
    machine.threads.told = True
    processes.taken_up()
    port.woken()
    watch.begin()
    machine.threads.begin_asking()
    cost = machine.settings["process"]
    machine.journal.add("boot", lane.number, **({"lasts": cost} if cost else {}))
    machine.threads.compute(cost * 1000)
    code = _run(machine, data.to_bytes())
    processes.exit(code)


def _run(machine, data):
    from multiprocessing import spawn

    os.chdir(HOME)
    sys.modules["__main__"] = types.ModuleType("__main__")
    code_of = runpy._get_code_from_file
    runpy._get_code_from_file = lambda path: (
        machine.source.code if os.path.basename(path) == FILE else code_of(path)
    )
    with open(_DATA, "wb") as file:
        file.write(data)
    pipe = os.open(_DATA, os.O_RDONLY)
    os.unlink(_DATA)
    how, what = "returned", {}
    try:
        code = spawn._main(pipe, machine.processes.parent_sentinel)
    except SystemExit as stop:
        code = stop.code if isinstance(stop.code, int) else int(stop.code is not None)
    except BaseException as error:
        import traceback

        from .machine import exception

        how, what = "raised", exception(error)
        error.__traceback__ = error.__traceback__.tb_next
        sys.stderr.write("".join(traceback.format_exception(error)))
        code = 1
    machine.threads.shut_down()
    machine.threads.ends_main()
    machine.end(machine.main, how, **what)
    return code


def stop_everything(machine, port):
    """What would stop this process stops them all; the first one says so."""
    journal = machine.journal

    def stop(why):
        if journal.stopped is None:
            journal.stopped = why
            port.stop(why)
            run_sync(port.never)
        raise Stopped(why)

    journal.stop = stop
    machine.threads.for_ever = lambda: stop("deadlock")
