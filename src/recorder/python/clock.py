"""The virtual clock: it moves only when somebody sleeps, blocks or computes.

Two readings are kept. The *nominal* one is what programs and readers see. The
*hidden* one runs ahead of it by a lag that grows a little with each timer set,
so that timers with one nominal deadline keep the order in which they were set,
as they do in a real run, where setting a timer takes time.
"""

import functools
import os
import random
import time

CREEP = 100  # nanoseconds that one timer is later than the one set before it
TICK = 1_000_000  # nanoseconds to which a real selector rounds its wait up
NEVER = 9_000_000_000_000_000_000  # nanoseconds at which nothing is ever due; `model/never.ts` has it, too
EPOCH = 1_767_225_600_000_000_000  # 2026-01-01 00:00 UTC, when each program starts


class Clock:
    def __init__(self, host):
        self.now = 0  # nominal nanoseconds since the program started
        self.lag = 0  # hidden minus nominal
        self.computed = 0  # nanoseconds in which the program computed, all its threads together
        self.world = None  # what happens outside the program while the clock goes on
        self._host = host  # sets the host's own clock, which C code reads
        self._tell()

    @property
    def micros(self):
        return self.now // 1000

    def seconds(self):
        return self.now / 1e9

    def hidden(self):
        return (self.now + self.lag) / 1e9

    def creep(self):
        """Make the next timer later than the last, by less than anybody sees."""
        self.lag += CREEP
        return self.lag

    def move_to(self, nanoseconds):
        while self.world is not None:
            following = self.world.next_at()
            if following is None or following > nanoseconds:
                break
            self._set(following)
            self.world.happen()
        self._set(nanoseconds)

    def _set(self, nanoseconds):
        if nanoseconds > self.now:
            self.now = nanoseconds
            self._tell()

    def _tell(self):
        self._host((EPOCH + self.now) / 1e6, self.now / 1e6)

    def advance(self, nanoseconds):
        self.move_to(self.now + nanoseconds)


def nanoseconds(seconds):
    """To whole nanoseconds, which forgets what 0.1 + 0.2 adds to 0.3."""
    return NEVER if seconds >= NEVER / 1e9 else round(seconds * 1e9)


def follow(clock, sleep, computed_here):
    """Let all of `time` follow the virtual machine; `computed_here` tells what the running thread computed."""
    for name, read in (
        ("monotonic", lambda: clock.now),
        ("perf_counter", lambda: clock.now),
        ("process_time", lambda: clock.computed),
        ("thread_time", computed_here),
    ):
        _put(name, lambda read=read: read() / 1e9)
        _put(f"{name}_ns", lambda read=read: read())
    _put("time", lambda: (EPOCH + clock.now) / 1e9)
    _put("time_ns", lambda: EPOCH + clock.now)
    _put("sleep", sleep)


def _put(name, function):
    """Into `time`, under the name by which it is pickled and shown."""
    function.__name__ = function.__qualname__ = name
    function.__module__ = "time"
    setattr(time, name, function)


def seed(number, pid=4242):
    """Fix what a real machine draws from its surroundings."""
    random.seed(number)
    source = random.Random(number)
    os.urandom = random._urandom = source.randbytes
    _seed_from(random.Random(number))
    os.getpid = lambda: pid


def _seed_from(source):
    """Let a generator that is not given a seed draw one from here, as it does from the system."""
    seed = random.Random.seed

    @functools.wraps(seed)
    def seeded(self, a=None, version=2):
        seed(self, source.getrandbits(256) if a is None else a, version)

    random.Random.seed = seeded
    random.seed = random._inst.seed
