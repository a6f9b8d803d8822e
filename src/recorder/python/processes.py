"""Other processes: each is an interpreter of its own, with lanes, locks and a scheduler of its own.

What they share is outside all of them (`computer.ts`): the clock, the cores, pipes and
semaphores. One process has the turn at a time, the one in which something is due first.
"""

from pyodide.ffi import run_sync

from .clock import nanoseconds


class Elsewhere:
    """A lane of another process, which has no number here before all is put together."""

    def __init__(self, process, name=None):
        self.process = process
        self.lane = 0  # its main thread
        self.name = name


class Handed:
    """A call that was handed to a pool of another process, which knows its name."""

    def __init__(self, key):
        self.key = key


class Processes:
    def __init__(self, machine, threads, blocking, port):
        self.machine = machine
        self.threads = threads
        self.blocking = blocking
        self.port = port
        self.pid = port.pid
        self.python = "MainProcess"
        self.parent_sentinel = None  # becomes readable when the one that started it is over
        self.put_together = self.others = None  # what all, and all others, have recorded

    # Turns

    def lets_pass(self, until):
        """Whether the clock can go on to a time without anything from outside coming first."""
        horizon = self.port.horizon
        return horizon < 0 or horizon > until

    def come_first(self):
        """Give the turn to other processes until what is due here is the first of all."""
        while True:
            self._take_in()
            due = self.threads.next_due()
            if self.port.is_first(-1 if due is None else due):
                return
            run_sync(self.port.turn)
            self.taken_up()

    def taken_up(self):
        """This process has the turn again."""
        self.machine.clock.move_to(int(self.port.now))
        self.machine.journal.turn(self.port.turns)
        if self.port.stopped:
            self.machine.stopped_elsewhere(self.port.stopped)
        if self.port.signal:
            self.die(-self.port.signal)

    def _take_in(self):
        for ident in self.port.woken().to_py():
            self.blocking.woken_by_lock(self.threads.by_ident(ident))
        self.threads.grant()

    # Waiting for something outside

    def wait(self, things, waits, call, until=None):
        """Block until one of some things outside has happened; False if the time came first."""
        me = self.threads.now
        self.port.listen(me.ident, things)
        woken = self.blocking.until_woken(waits, call, until)
        if not woken:
            self.port.deafen(me.ident)
        return woken

    def until(self, timeout):
        return None if timeout is None else self.machine.clock.now + nanoseconds(timeout)

    # The end

    def exit(self, code):
        """This process is over, with all that still runs in it."""
        machine = self.machine
        step = machine.journal.add("exit", machine.main.number, code=code)
        for lane in machine.lanes.all:
            if lane.ended is None:
                lane.ended, lane.how = step, "killed"
        self.port.exit(code)

    def die(self, code):
        """Here and now: what is on the stack is never gone on with."""
        self.exit(code)
        run_sync(self.port.never)
