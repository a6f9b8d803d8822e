"""Imported by a real interpreter before an example: says how long the example itself took.

PACE makes the clock run faster than it is, for programs that would take minutes.
"""

import atexit
import os
import selectors
import sys
import time

REPORT = 3  # the file that `real-run.ts` reads
pace = float(os.environ.get("PACE", "1"))

if pace != 1:
    _monotonic, _sleep = time.monotonic, time.sleep
    _select = selectors.DefaultSelector.select

    def select(self, timeout=None):
        return _select(self, timeout and timeout / pace)

    time.monotonic = lambda: _monotonic() * pace
    time.perf_counter = time.monotonic
    time.sleep = lambda seconds: _sleep(seconds / pace)
    selectors.DefaultSelector.select = select

import asyncio  # noqa: E402, F401 -- its import takes time that is not the example's

if "WORLD" in os.environ:
    import outside

    outside.say("starts")

_start = time.monotonic()
if "example.py" in sys.orig_argv:  # and not a process that it starts, which has no such file
    atexit.register(lambda: os.write(REPORT, str(time.monotonic() - _start).encode()))
