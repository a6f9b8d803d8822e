"""One thread: a stack of its own, and what it waits for."""

from .journal import Place


class Thread:
    """What the scheduler knows of one thread."""

    def __init__(self, lane, ident, stack, boot=None, daemon=False):
        self.lane = lane
        self.ident = ident
        self.stack = stack
        self.boot = boot
        self.daemon = daemon
        self.started = boot is None
        self.parked = False
        self.interruptible = False  # whether it waits where a signal may wake it
        self.interrupted = False  # whether a signal woke it, and nothing that it waits for
        self.missed = False  # whether what it waits for came when a signal had woken it already
        self.woken = False
        self.ticket = 0  # numbers its waits, so that a timeout of an earlier one is known as late
        self.cause = None
        self.waits = None
        self.woken_at = 0
        self.asker = lane  # the lane that was running on it when it blocked
        self.asked_at = 0
        self.kill = None
        self.place = Place()
        self.done = False
        self.joiners = []
        self.frames = []
        self.may_switch = False
        self.failed = None
