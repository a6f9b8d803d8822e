"""The steps of a recording, in the order in which they happened."""


OFTEN = 5000  # lines that are told to the host one by one; telling it takes time


_EXCEPTIONAL = ("throw", "raise", "catch")


class Stopped(BaseException):
    """Leaves a program that is not to go on; nothing in it can catch it for long."""


class Place:
    """Where a thread is in the journal: what follows depends on what came before it there."""

    def __init__(self):
        self.last = {}  # the thread's last step
        self.last_line = None  # (lane, line) that was reached last
        self.run = None  # (lane, statements passed) since something else than lines happened
        self.fold = None  # the step that stands for the repeated passes of a loop
        self.print_by = 0  # the number of the call that wrote the last print


class Journal:
    def __init__(self, clock, source, limits):
        self.clock = clock
        self.source = source
        self.limits = limits
        self.host = None  # told which line is reached
        self.steps = []
        self.muted = False
        self.stopped = None  # why the program was stopped: "deadlock", "hangs", "refused"
        self.last_line = None  # (lane, line) that was reached last
        self.calls = 0  # calls that the program has made
        self._visits = 0
        self._visits_at_jump = 0
        self._reserved = []  # steps that may be left out, with the line steps that they replaced
        self.place = Place()  # that of the thread that runs

    def add(self, kind, lane, line=None, **what):
        """Append a step and give it back; None where nothing is recorded."""
        if self.muted or self.stopped:
            return None
        self._absorb(lane, line)
        self.place.run = self.place.fold = None
        self.place.last = step = self._append(kind, lane, line, what)
        return step

    def aside(self, kind, lane, **what):
        """A step of a thread that does not run: the one that runs goes on as if it were not there."""
        if self.muted or self.stopped:
            return None
        return self._append(kind, lane, None, what)

    def line(self, lane, line, cost):
        """A line was reached. What then happens on it takes the place of this step."""
        self.last_line = self.place.last_line = (lane, line)
        if self._visits < OFTEN or self._visits % 64 == 0:
            self.host(line)
        self.again()
        if self.muted:
            return
        statement = self.source.statement(line)
        last = self.last()
        if last.get("kind") in _EXCEPTIONAL and (last["lane"], last.get("line")) == (lane, line):
            return  # an exception is on its way through this line, which is told
        place = self.place
        if place.run is None or place.run[0] != lane:
            place.run, place.fold = (lane, {statement}), None
        elif statement in place.run[1]:
            if place.fold is not None:
                place.fold["count"] = place.fold.get("count", 1) + 1
                if cost:
                    place.fold["lasts"] += cost // 1000
                return
            place.fold = self._append_line(lane, line, cost)
            return
        else:
            place.run[1].add(statement)
            place.fold = None
        self._append_line(lane, line, cost)

    def prints_on(self, lane, line, stream, text):
        """Put text that is written now to the last step, if that began to write it; whether it did.

        A call writes in pieces: an argument and its end, a traceback line by line.
        """
        last, by = self.last(), self.place.print_by
        self.place.print_by = self.calls
        if last.get("kind") != "print" or self.steps[-1] is not last:
            return False
        if (last["lane"], last.get("line"), last["stream"]) != (lane, line, stream):
            return False
        if by != self.calls and last["text"].endswith("\n"):
            return False
        last["text"] += text
        return True

    def turn(self, number):
        """What follows was done in another turn of this process than what came before."""
        self.steps.append({"kind": "turn", "turn": number, "lane": -1})

    def reserve(self, lane, line):
        """A `create` step that is left out in the end unless its `child` is filled in."""
        absorbed = self._absorb(lane, line)
        step = {"kind": "create", "at": self.clock.micros, "lane": lane, "line": line}
        step["child"] = None
        self.place.run = self.place.fold = None
        self._reserved.append((step, absorbed))
        self.steps.append(step)
        self.place.last = step
        return step

    def finish(self):
        """Leave out what was only reserved; where its line has no other step, put the line back."""
        unused = {id(step): absorbed for step, absorbed in self._reserved if step["child"] is None}
        kept, following = [], None
        for step in reversed(self.steps):
            if id(step) in unused:
                step = unused[id(step)]
                if step is None or self._same_line(step, following):
                    continue
            kept.append(step)
            if step["kind"] != "turn":
                following = step
        self.steps = kept[::-1]

    def _same_line(self, step, following):
        if following is None or following["lane"] != step["lane"] or "line" not in following:
            return False
        return self.source.statement(following["line"]) == self.source.statement(step["line"])

    def again(self):
        """Count towards the limit of a program that does not end."""
        self._visits += 1
        if self.stopped or self._visits > self.limits["lines"]:
            self.stop("hangs")

    def jumped(self):
        """Go round in a loop: that counts where no line is reached on the way."""
        if self._visits == self._visits_at_jump:
            self.again()
        self._visits_at_jump = self._visits

    def stop(self, why):
        """End the program here and now."""
        if self.stopped is None:
            self.stopped = why
        raise Stopped(why)

    def last(self):
        return self.place.last

    def _append_line(self, lane, line, cost):
        step = self._append("line", lane, line, {"lasts": cost // 1000} if cost else {})
        self.place.last = step
        return step

    def _append(self, kind, lane, line, what):
        step = {"kind": kind, "at": self.clock.micros, "lane": lane}
        if line is not None:
            step["line"] = line
        step.update(what)
        self.steps.append(step)
        if len(self.steps) > self.limits["steps"]:
            self.stop("hangs")
        return step

    def _drop(self, step):
        place = next(n for n in reversed(range(len(self.steps))) if self.steps[n] is step)
        del self.steps[place]

    def _absorb(self, lane, line):
        """Drop the line that was reached, if what happens now happens on it, and give it back."""
        step = self.last()
        if line is None or step.get("kind") != "line" or step["lane"] != lane:
            return None
        reached = self.place.last_line
        if reached is None or reached[0] != lane:
            return None
        if self.source.statement(reached[1]) != self.source.statement(line):
            return None
        if "count" not in step:
            self._drop(step)
            return step
        if step["count"] == 2:
            del step["count"]
        else:
            step["count"] -= 1
        return None
