"""The machine: whose turn it is, on which line, and what is known of its lanes."""

import sys
from asyncio import base_events, tasks

from .journal import Journal
from .lanes import Lanes, describe
from .output import as_for_readers
from .report import who_waits
from .resources import Resources
from .source import FILE
from .waits import chain, wait_of

# What stands between a lock of `multiprocessing` and the program that takes it.
_PASSED_ON = ("acquire", "release", "__enter__", "__exit__")
_RUN_ONCE = base_events.BaseEventLoop._run_once.__code__


def _of_thread(name, doc):
    def get(self):
        return getattr(self.thread, name)

    def set(self, value):
        setattr(self.thread, name, value)

    return property(get, set, doc=doc)


class Machine:
    def __init__(self, clock, source, settings, limits):
        self.clock = clock
        self.source = source
        self.settings = settings
        self.cost = settings["line"] * 1000
        self.journal = Journal(clock, source, limits)
        self.lanes = Lanes()
        self.resources = Resources()
        self.thread = self.lanes.new("thread")
        self.thread.python = "MainThread"
        self.thread.running = True
        self.main = self.thread
        self.threads = None  # the scheduler, in a program that has more than this thread
        self.calls = None  # what is handed to executors
        self.processes = None  # the other processes, for a program that may have some
        self.process_uses = None  # what is done to what they share
        self.process_waits = None  # names what a thread waits for outside its process
        self.world = None  # what there is outside, in an example that states it
        self.blocking = None  # how threads block, in a program that has some
        self.timers = {}  # id of a future -> the number of the timer that will set it
        self.timer_count = 0
        self.shields = {}  # id of a future of `shield` -> the lane that waits there
        self.telling = None  # the lane whose wait is being told
        self.refusal = None
        self.stuck = []  # who waited for what in a deadlock, in words

    # What each thread has of its own; `thread` is the one that runs

    running = _of_thread("loop", "the loop that runs")
    driven = _of_thread("driven", "the generators that run outside any task, outermost first")
    closing = _of_thread("closing", "the lane of a lost task whose coroutine is being closed")
    turn = _of_thread("turn", "the lane and the task that the loop picked last")

    # Who and where

    def lane(self):
        """The lane that is running now."""
        if self.closing is not None:
            return self.closing
        if self.running is None:
            return self.driven[-1] if self.driven else self.thread
        task = tasks.current_task(self.running)
        if task is not None:
            return self.lane_of(task)
        self.finish_turn()
        return self.driven[-1] if self.driven else self.running._lane

    def line(self):
        """The line of the program that runs now; None when only the loop itself does."""
        frame = sys._getframe(1)
        while frame is not None:
            code = frame.f_code
            if code.co_filename == FILE:
                return frame.f_lineno
            if code is _RUN_ONCE:
                return None
            frame = frame.f_back
        return None

    def frames(self):
        """The frames that may know a thing by name: of all tasks from the first, then the stack's."""
        found = []
        for task in self.lanes.living():
            found.extend(chain(getattr(task, "get_coro", lambda: None)()))
        for thread in self.threads.all if self.threads else ():
            found.extend(thread.frames)
        return [*(f for f in found if f.f_code.co_filename == FILE), *self.own_frames()]

    def own_frames(self):
        """The program's frames on the stack that runs, outermost first."""
        frame, stack = sys._getframe(1), []
        while frame is not None:
            if frame.f_code.co_filename == FILE:
                stack.append(frame)
            frame = frame.f_back
        return stack[::-1]

    def actor(self):
        """The lane to which an effect on others is put down, and its line.

        A task that has ended or given its loop back does nothing more: what
        follows from that is done by the loop.
        """
        lane = self.lane()
        if lane.kind == "task" and not lane.running:
            return self.running._lane.number, None
        return lane.number, self.line()

    def step(self, kind, **what):
        return self.journal.add(kind, self.lane().number, self.line(), **what)

    def new_timer(self, due, callback, lane):
        """Record a timer that a thread sets for itself, and give its number."""
        number = self.timer_count
        self.timer_count += 1
        self.step(
            "set-timer", timer=number, due=due // 1000, callback=callback, target=lane.number
        )
        return number

    # Computing

    def spend(self):
        """The time that a line of the program takes."""
        self.clock.computed += self.cost
        self.thread.computed += self.cost
        if self.threads is not None:
            self.threads.spend(self.cost)
        else:
            self.clock.advance(self.cost)

    # Tasks

    def lane_of(self, task):
        """The lane of a task, which is created if this is the first that is seen of it."""
        lane = self.lanes.of(task)
        return self._new_task(task) if lane is None else lane

    def _new_task(self, task):
        loop = task.get_loop()
        eager = self.running is not None and tasks.current_task(self.running) is task
        if eager:
            parent, line = (self.turn or (self.running._lane,))[0], None
            line = parent.line
        else:
            number, line = self.actor()
            parent = self.lanes.all[number]
        function, argument = describe(task.get_coro())
        lane = self.lanes.new(
            "task", parent.number, loop._lane.number, function=function, argument=argument
        )
        self.lanes.bind(lane, task)
        self.name(lane, task)
        lane.born = self.journal.add("create", parent.number, line, child=lane.number)
        if eager:
            self.starts_at_once(parent, line, lane)
        return lane

    def name(self, lane, task):
        name = task.get_name()
        if name.startswith("Task-") and name[5:].isdigit():
            lane.python = name
        else:
            lane.given, lane.python = name, name

    def starts_at_once(self, parent, line, lane):
        """An eager task runs inside the one that creates it, like a generator resumed by hand."""
        self.journal.add("resume", parent.number, line, target=lane.number, **{"with": "next"})
        lane.started = lane.running = True

    def gives_back(self, lane, task):
        """A task has come to a point where it waits."""
        lane.running = False
        self.name(lane, task)
        frames = chain(task.get_coro())
        lane.frames = {id(frame.f_generator) for frame in frames}
        self.telling = lane
        lane.waits, line = wait_of(task, frames, self)
        lane.waits_at = line
        self.journal.add("wait", lane.number, line, waits=lane.waits)

    def lost(self, frame):
        """The waiting task that a frame is part of, where it runs outside that task's turns."""
        part = id(frame.f_generator)
        waiting = (lane for lane in self.lanes.all if lane.waits and not lane.running)
        return next((lane for lane in waiting if part in lane.frames), None)

    def finish_turn(self):
        """The task that was picked last is off the stack: say how it left."""
        if self.turn is None:
            return
        (lane, task), self.turn = self.turn, None
        self.settle(lane, task)

    def settle(self, lane, task):
        if task.done():
            self.note_end(task)
        elif lane.running:
            self.gives_back(lane, task)

    def note_end(self, task):
        """Record the end of a task, at the first sign of it."""
        lane = self.lane_of(task)
        if lane.ended is not None or not task.done():
            return
        self.name(lane, task)
        if task.cancelled():
            self.end(lane, "cancelled")
        elif task._exception is not None:  # task.exception() would count as retrieving it
            self.end(lane, "raised", **exception(task._exception))
        else:
            self.end(lane, "returned", **value(task._result))

    def end(self, lane, how, **what):
        if self.journal.stopped:
            return  # it ends only because the recording does
        lane.running = False
        lane.how = how
        lane.ended = self.journal.add("end", lane.number, how=how, **what)

    # Stops

    def stopped_line(self):
        """The line that was reached last, by whom it may be."""
        return self.journal.last_line and self.journal.last_line[1]

    def imports(self):
        """Whether it is the program itself that imports something now, and not a library."""
        frame = sys._getframe(2)
        while frame is not None and "importlib" in frame.f_code.co_filename:
            frame = frame.f_back
        return frame is not None and frame.f_code.co_filename == FILE

    def stopped_elsewhere(self, why):
        """Another process found that the program is not to go on."""
        if why == "deadlock":
            self.threads.for_ever()
        told = next((told for told in self.processes.others() if told.get("stopped")), None)
        if told is not None:
            self.refusal = told["refused"]
            self.journal.last_line = told["last"]
        self.journal.stop(why)

    def own_call(self):
        """Whether the program itself calls what runs now, perhaps by `with`."""
        frame = sys._getframe(2)
        while frame is not None and frame.f_code.co_filename != FILE:
            if frame.f_code.co_name not in _PASSED_ON:
                return False
            frame = frame.f_back
        return frame is not None

    def refuse(self, what):
        self.refusal = {"what": what, "line": self.line() or self.stopped_line()}
        self.journal.stop("refused")

    def lacks(self, why):
        """The program needs what its example's `world:` does not state."""
        self.refusal = {"why": why, "line": self.line() or self.stopped_line()}
        self.journal.stop("refused")

    def for_ever(self):
        """Nobody runs, nothing is due: a deadlock."""
        self.stuck = who_waits(self, self.lanes.names())
        if self.processes is not None:
            for told in self.processes.others():
                self.stuck += told["waits"]
        self.journal.stop("deadlock")


def exception(exc):
    """An exception as the schedule tells of it."""
    message = as_for_readers(str(exc))
    return {"exception": type(exc).__name__, **({"message": message} if message else {})}


def value(thing):
    """A result or yielded value, as short as it can be told; nothing for None."""
    if thing is None:
        return {}
    text = as_for_readers(repr(thing))
    return {"value": text if len(text) <= 80 else f"{text[:79]}…"}
