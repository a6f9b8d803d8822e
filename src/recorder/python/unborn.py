"""Generators that were made, and may never be driven by hand.

Whether a coroutine becomes a task or is driven by the program is seen only when it
first runs. Until then its creation is a step in reserve.
"""


class Unborn:
    def __init__(self, journal):
        self._journal = journal
        self._made = []

    def made(self, code, lane, line):
        if not (self._journal.muted or self._journal.stopped):
            self._made.append((code, self._journal.reserve(lane, line)))

    def born(self, code, child):
        """The oldest one made of this code runs for the first time, driven by hand."""
        for entry in self._made:
            if entry[0] is code:
                self._made.remove(entry)
                entry[1]["child"] = child
                return entry[1]
        return None
