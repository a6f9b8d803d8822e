"""What the program does to locks, which tell it themselves."""

import sys

from .source import FILE


class LockUses:
    def __init__(self, machine):
        self._machine = machine
        # Functions of `threading` that use a condition's lock in the program's stead.
        self.passing = frozenset()

    def does(self, lock, what, deeper=0):
        machine = self._machine
        if machine.journal.muted or machine.journal.stopped:
            return
        frame = sys._getframe(2 + deeper)
        while frame is not None and frame.f_code in self.passing:
            if getattr(frame.f_locals["self"], "_lock", None) is not lock:
                return  # the lock that a condition makes for each who waits
            frame = frame.f_back
        if frame is None or frame.f_code.co_filename != FILE:
            return
        number = machine.resources.number(lock, machine.frames)
        if number is not None:
            lane, line = machine.actor()
            machine.resources.used(number, what, lane)
            machine.journal.add("use", lane, line, resource=number, does=what)
