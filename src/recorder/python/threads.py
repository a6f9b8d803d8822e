"""The scheduler of threads: which of them runs, on the one virtual clock.

A thread is a stack of its own that needs the GIL to run, or a core where there is no
GIL. It gives that up when it blocks, and is asked for it once somebody has waited for
the switch interval. The clock moves only here, from event to event, so that the same
program gives the same order each time.
"""

import contextvars
import heapq
import itertools
from asyncio import events

from pyodide.ffi import run_sync

from .journal import Stopped
from .machine import exception
from .thread import Thread


class Threads:
    def __init__(self, machine, new_stack):
        self.machine = machine
        self.clock = machine.clock
        self.journal = machine.journal
        settings = machine.settings
        self.what = "gil" if settings["gil"] else "core"
        self.room = 1 if settings["gil"] else settings["cores"]
        self.interval = settings["interval"] * 1000
        self.start_cost = settings["thread"] * 1000
        self.limit = settings["threads"]
        self._new_stack = new_stack
        self.for_ever = None  # called when nobody runs and nothing is due
        self._idents = itertools.count(1)
        self._order = itertools.count()
        self._events = []  # a heap of (nanoseconds, order, thread, ticket or None)
        self.now = Thread(machine.thread, next(self._idents), new_stack())
        self.main = self.now
        self.all = [self.main]
        self.holders = [self.main]
        self.asking = []
        self.switched_at = 0
        self.uses = None  # watches what is done to locks and queues
        self.bottom = None  # the code of `threading` that calls what a thread runs
        self.told = False  # whether there has been more than the main thread
        self.outside = None  # the other processes, in a program that may have some
        self.main.place = self.journal.place

    # A thread's life

    def count(self):
        return sum(not thread.done for thread in self.all) - 1

    def by_ident(self, ident):
        return next(thread for thread in self.all if thread.ident == ident)

    def unwinds(self, frame, error):
        """An exception leaves a function; if it was all that the thread runs, the thread fails."""
        back = frame.f_back
        if back is not None and back.f_code is self.bottom and not isinstance(error, SystemExit):
            self.now.failed = exception(error)

    def start(self, lane, function, daemon=False):
        """A new thread, which asks for the GIL at once."""
        thread = Thread(lane, next(self._idents), self._new_stack(), daemon=daemon)
        thread.started = False
        thread.boot = lambda: self._boot(thread, function)
        self.all.append(thread)
        self.told = True
        if self.start_cost:
            self.spend(self.start_cost)
        self._ask(thread, {"by": "start"})
        self.grant()
        return thread

    def _boot(self, thread, function):
        events._set_running_loop(None)
        contextvars.Context().run(self._run, thread, function)

    def _run(self, thread, function):
        try:
            if thread.kill is None:
                function()
        except (Stopped, SystemExit):
            pass
        self._end(thread)

    def _end(self, thread):
        """The thread is over; its stack goes to the next one and is not needed any more."""
        thread.done = True
        if self.journal.stopped is not None:
            self.abort()
            return
        try:
            self._tell("release", thread.lane, because="ends")
            if thread.failed is not None:
                self.machine.end(thread.lane, "raised", **thread.failed)
            else:
                self.machine.end(thread.lane, "returned")
            self._give_up(thread)
            for joiner in thread.joiners:
                self.wake(joiner, {"by": "lane", "of": thread.lane.number})
            self.grant()
            following = self._next()
        except Stopped:
            self.abort()
            return
        self._switch(following, done=True)

    def ends_main(self):
        """The main thread of a process that is not the first ends like any other."""
        self._tell("release", self.main.lane, because="ends")

    def abort(self):
        """The recording is over, said on another stack than the main thread's: go back there."""
        self.main.kill = Stopped(self.journal.stopped)
        self._switch(self.main, done=True)

    # Waiting

    def park(self, tell=None, until=None):
        """The running thread blocks until it is woken, or the clock is there; True if it was woken.

        `tell` says what it waits for, after it has given the GIL up.
        """
        me = self.now
        if self.journal.stopped is not None:
            self.journal.stop(self.journal.stopped)
        machine = self.machine
        me.asker = machine.lane()
        me.frames = machine.own_frames()
        me.ticket += 1
        me.woken, me.parked, me.cause = False, True, None
        if self.told:
            self._tell("release", me.asker, machine.line(), because="waits")
        if tell is not None:
            tell()
        if until is not None:
            self._at(until, me, me.ticket)
        self._give_up(me)
        self.grant()
        self._dispatch()
        me.frames = []
        return me.woken

    def wake(self, thread, cause=None):
        """A thread that is parked has what it waited for."""
        if not thread.parked or thread.woken:
            thread.missed = True
            return
        thread.woken = True
        self._ask(thread, cause)
        self.grant()

    # Computing

    def spend(self, nanoseconds):
        """The running thread computes; meanwhile timers fall due, and on other cores others run."""
        end = self.clock.now + nanoseconds
        world = self._world_at()
        first = not self._events or self._events[0][0] > end
        first = first and (world is None or world > end)
        if first and (self.outside is None or self.outside.lets_pass(end)):
            self.clock.move_to(end)
            return
        self._at(end, self.now, None)
        self._dispatch()

    def compute(self, nanoseconds):
        """Compute for some time in which no line of the program is reached."""
        while nanoseconds > 0:
            part = min(nanoseconds, self.interval or nanoseconds)
            self.spend(part)
            self.checkpoint()
            nanoseconds -= part

    def checkpoint(self):
        """Where CPython looks whether it shall give the GIL up: so it does, if it was asked."""
        me = self.now
        me.may_switch = False
        asked = self._asked()
        if asked is None:
            return
        since, because = asked
        if self.clock.now < max(since, self.switched_at) + self.interval:
            return
        lane = self.machine.lane()
        self._tell("release", lane, self.machine.line(), because=because)
        me.asker, me.frames = lane, self.machine.own_frames()
        self._give_up(me)
        self.grant()
        me.asked_at = self.clock.now
        self.asking.append(me)
        self.grant()
        self._dispatch()
        me.frames = []

    def _asked(self):
        """Since when somebody waits for what the running thread has, and how that is called."""
        if self.asking:
            return self.asking[0].asked_at, "asked"
        since = -1 if self.outside is None else self.outside.port.core_asked
        return None if since < 0 else (since, "preempted")

    # The GIL, or the cores

    def _ask(self, thread, cause):
        thread.asked_at = thread.woken_at = self.clock.now
        thread.parked = False
        self.asking.append(thread)
        if self.told:
            self._aside("ask", thread, **({"cause": cause} if cause else {}))

    def _give_up(self, thread):
        self.holders.remove(thread)
        if self.outside is not None:
            self.outside.port.give_core()

    def grant(self):
        """Let those run who ask for it, as far as there is room."""
        while self.asking and len(self.holders) < self.room:
            if self.outside is not None and not self.outside.port.take_core():
                return
            thread = self.asking.pop(0)
            self.holders.append(thread)
            self.switched_at = self.clock.now
            if self.told:
                self._aside("acquire", thread)
            self._at(self.clock.now, thread, None)

    def _tell(self, does, lane, line=None, **what):
        self.journal.add(self.what, lane.number, line, does=does, **what)

    def _aside(self, does, thread, **what):
        self.journal.aside(self.what, thread.asker.number, does=does, **what)

    # From event to event

    def _at(self, when, thread, ticket):
        heapq.heappush(self._events, (when, next(self._order), thread, ticket))

    def _dispatch(self):
        try:
            following = self._next()
        except Stopped:
            if self.now is self.main:
                raise
            self.main.kill = Stopped(self.journal.stopped)
            following = self.main
        self._switch(following)

    def _next(self):
        """Follow the clock to the thread that runs next."""
        while True:
            world = self._world_at()
            if world is not None and (not self._events or world <= self._events[0][0]):
                self.clock.move_to(world)
                continue
            if not self._due_here():
                break
            when, _, thread, ticket = heapq.heappop(self._events)
            if ticket is None:
                self.clock.move_to(when)
                return thread
            if ticket == thread.ticket and thread.parked:
                self.clock.move_to(when)
                self._ask(thread, thread.cause)
                self.grant()
        self.for_ever()

    def _due_here(self):
        """Whether something is due in this process; what is due in others before comes first."""
        if self.outside is not None:
            self.outside.come_first()
        return bool(self._events)

    def next_due(self):
        """When the next event is due; None if there is none."""
        return self._events[0][0] if self._events else None

    def begin_asking(self):
        """The main thread of a new process asks for its core, like everybody."""
        self.holders.remove(self.main)
        self._ask(self.main, {"by": "start"})
        self.grant()
        self._dispatch()

    def _world_at(self):
        """When something happens in the world next."""
        world = self.machine.world
        return None if world is None else world.next_at()

    def _switch(self, thread, done=False):
        me = self.now
        self.now = thread
        self.machine.thread = thread.lane
        self.journal.place = thread.place
        if thread is not me:
            parked = None if done else me.stack.parked
            if thread.started:
                thread.stack.wake()
            else:
                thread.started = True
                thread.stack.spawn(thread.boot)
            if done:
                return
            run_sync(parked)
        if me.kill is not None:
            raise me.kill
