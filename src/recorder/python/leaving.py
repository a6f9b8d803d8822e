"""How a program ends: its last exception, what it asked to be called at exit, and its names."""

import atexit
import gc
import sys
import traceback
import types

from .machine import exception


def report(error):
    """Write what the interpreter writes of an exception that nobody caught; answers how the program ends.

    An exit with a code of 0 is no failure.
    """
    if isinstance(error, SystemExit):
        if isinstance(error.code, int) or error.code is None:
            return exception(error) if error.code else {}
        sys.stderr.write(f"{error.code}\n")
        return exception(error)
    error.__traceback__ = error.__traceback__.tb_next  # without the recorder's frame
    if sys.excepthook is sys.__excepthook__:
        sys.stderr.write("".join(traceback.format_exception(error)))
    else:
        _call_hook(error)
    return exception(error)


def _call_hook(error):
    try:
        sys.excepthook(type(error), error, error.__traceback__)
    except Exception as second:
        second.__traceback__ = second.__traceback__.tb_next
        told = "".join(traceback.format_exception(second))
        original = "".join(traceback.format_exception(error))
        sys.stderr.write(f"Error in sys.excepthook:\n{told}\nOriginal exception was:\n{original}")


def ignored(error, told, about=None):
    """Tell of an exception that nobody can be given, as the interpreter does."""
    if sys.unraisablehook is not sys.__unraisablehook__:
        sys.unraisablehook(
            types.SimpleNamespace(
                exc_type=type(error),
                exc_value=error,
                exc_traceback=error.__traceback__,
                err_msg=told,
                object=about,
            )
        )
        return
    told += ":" if about is None else f": {about!r}"
    lines = traceback.format_exception(error)
    if not str(error):
        lines[-1] = f"{type(error).__name__}: \n"  # here, the interpreter does not leave the colon out
    sys.stderr.write(f"{told}\n{''.join(lines)}")


def finalize(machine, module):
    """Wait for the threads, call what is registered, let go of the program's names, and collect."""
    if machine.threads is not None:
        machine.threads.shut_down()
    else:
        atexit._run_exitfuncs()
    for name in list(module.__dict__):
        if name not in ("__builtins__", "__name__"):
            module.__dict__[name] = None
    gc.collect()
