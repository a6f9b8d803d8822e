"""The steps of a recording, in the order in which they happened."""


OFTEN = 5000  # lines that are told to the host one by one; telling it takes time


class Stopped(BaseException):
    """Leaves a program that is not to go on; nothing in it can catch it for long."""


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
        self._visits = 0
        self._run = None  # (lane, statements passed) since something else than lines happened
        self._fold = None  # the step that stands for the repeated passes of a loop

    def add(self, kind, lane, line=None, **what):
        """Append a step and give its number; None where nothing is recorded."""
        if self.muted or self.stopped:
            return None
        self._absorb(lane, line)
        self._run = self._fold = None
        step = {"kind": kind, "at": self.clock.micros, "lane": lane}
        if line is not None:
            step["line"] = line
        step.update(what)
        self.steps.append(step)
        if len(self.steps) > self.limits["steps"]:
            self.stop("hangs")
        return len(self.steps) - 1

    def line(self, lane, line, cost):
        """A line was reached. What then happens on it takes the place of this step."""
        self.last_line = (lane, line)
        if self._visits < OFTEN or self._visits % 64 == 0:
            self.host(line)
        self.again()
        if self.muted:
            return
        statement = self.source.statement(line)
        if self._run is None or self._run[0] != lane:
            self._run, self._fold = (lane, {statement}), None
        elif statement in self._run[1]:
            if self._fold is not None:
                self._fold["count"] = self._fold.get("count", 1) + 1
                if cost:
                    self._fold["lasts"] += cost // 1000
                return
            self._fold = self._append_line(lane, line, cost)
            return
        else:
            self._run[1].add(statement)
            self._fold = None
        self._append_line(lane, line, cost)

    def again(self):
        """Count towards the limit of a program that does not end."""
        self._visits += 1
        if self.stopped or self._visits > self.limits["lines"]:
            self.stop("hangs")

    def stop(self, why):
        """End the program here and now."""
        if self.stopped is None:
            self.stopped = why
        raise Stopped(why)

    def last(self):
        return self.steps[-1] if self.steps else {}

    def _append_line(self, lane, line, cost):
        step = {"kind": "line", "at": self.clock.micros, "lane": lane, "line": line}
        if cost:
            step["lasts"] = cost // 1000
        self.steps.append(step)
        if len(self.steps) > self.limits["steps"]:
            self.stop("hangs")
        return step

    def _absorb(self, lane, line):
        """Drop the line that was reached, if what happens now happens on it."""
        step = self.last()
        if line is None or step.get("kind") != "line" or step["lane"] != lane:
            return
        if self.last_line is None or self.last_line[0] != lane:
            return
        if self.source.statement(self.last_line[1]) != self.source.statement(line):
            return
        if "count" not in step:
            self.steps.pop()
        elif step["count"] == 2:
            del step["count"]
        else:
            step["count"] -= 1
