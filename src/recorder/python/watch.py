"""Watches the program's own code through `sys.monitoring`."""

import sys
from asyncio import base_events, runners, taskgroups, tasks, timeouts

from .generators import Generators, is_generator
from .machine import exception
from .output import Complaints
from .pauses import Pauses
from .source import FILE, codes, delegates, is_function, is_head, opcode, read_instructions
from .system_errors import number_as_on_linux
from .uses import Uses

TOOL = 4
EVENTS = sys.monitoring.events
_BOUNDARY = base_events.BaseEventLoop.run_until_complete.__code__
_CANCELLING = (  # the functions of asyncio that cancel tasks by a plain call
    timeouts.Timeout._on_timeout,
    taskgroups.TaskGroup._abort,
    taskgroups.TaskGroup._aexit,
    taskgroups.TaskGroup._on_task_done,
    tasks._GatheringFuture.cancel,
    tasks._cancel_and_wait,
    runners._cancel_all_tasks,
    runners.Runner._on_sigint,
)


class Watch:
    def __init__(self, machine, turns, stderr, orders):
        self.machine = machine
        self.journal = machine.journal
        self.turns = turns
        uses, complaints = Uses(machine), Complaints(machine, stderr)
        self._starts = uses.starts | complaints.starts
        self._returns = {
            code: lambda frame, value, handler=handler: handler(frame)
            for code, handler in (uses.returns | complaints.returns | orders).items()
        }
        if machine.threads is not None:
            self._starts |= machine.threads.uses.starts
            self._returns |= machine.threads.uses.returns
        self.generators = Generators(machine)
        self._pauses = Pauses()
        self._thrown_in = False  # whether what is raised next is what was thrown in

    def begin(self):
        tool = sys.monitoring
        tool.use_tool_id(TOOL, "recorder")
        for name in (
            "LINE JUMP CALL PY_START PY_RESUME PY_RETURN PY_YIELD "
            "PY_UNWIND PY_THROW RAISE EXCEPTION_HANDLED"
        ).split():
            tool.register_callback(TOOL, getattr(EVENTS, name), getattr(self, name.lower()))
        read_instructions(self.machine.source.code)
        for code in codes(self.machine.source.code):
            local = EVENTS.LINE | EVENTS.JUMP | EVENTS.CALL | EVENTS.PY_START
            local |= EVENTS.PY_RETURN | EVENTS.PY_RESUME | EVENTS.PY_YIELD
            tool.set_local_events(TOOL, code, local)
        for function in _CANCELLING:
            tool.set_local_events(TOOL, function.__code__, EVENTS.CALL)
        for code in self._starts.keys() | self._returns.keys():
            tool.set_local_events(TOOL, code, EVENTS.PY_START | EVENTS.PY_RETURN)
        # These can only be had for all code at once; what is not the program's is passed over.
        tool.set_events(
            TOOL, EVENTS.PY_UNWIND | EVENTS.PY_THROW | EVENTS.RAISE | EVENTS.EXCEPTION_HANDLED
        )

    def end(self):
        if self.machine.threads is not None:
            return  # it would walk over stacks that are put aside
        sys.monitoring.set_events(TOOL, 0)
        sys.monitoring.free_tool_id(TOOL)

    # Lines

    def line(self, code, line):
        if self.journal.stopped:
            self.journal.stop(self.journal.stopped)
        threads = self.machine.threads
        if threads is not None and threads.now.may_switch:
            threads.checkpoint()
        world = self.machine.world
        if world is not None and threads is not None and threads.now is threads.main:
            world.signals.deliver()
        if line == 0 or code.co_name in ("<lambda>", "<genexpr>") or is_head(code, line):
            return
        lane = self.machine.lane()
        visit = (code, self.machine.source.statement(line))
        rising, lane.rising = lane.rising, None
        if rising == visit:
            return  # an exception on its way through an `await`, which is not reached again
        again = lane.visit == visit and self.machine.source.spans(visit[1])
        lane.visit, lane.line = visit, line
        if again:
            return  # the next line of one statement, not a new visit to it
        self.journal.line(lane.number, line, self.machine.cost)
        if self.machine.cost and not self.journal.muted:
            self.machine.spend()

    def jump(self, code, offset, target):
        if target <= offset:
            self._may_switch()
            self.journal.jumped()

    def _may_switch(self):
        """CPython looks whether it shall give the GIL up after calls, in functions' heads and loops."""
        if self.machine.threads is not None:
            self.machine.threads.now.may_switch = True

    # Functions

    def py_start(self, code, offset):
        handler = self._starts.get(code)
        if handler is not None:
            return handler(sys._getframe(1))
        if code.co_filename != FILE:
            return None
        self._may_switch()
        if is_generator(code):
            self._pauses.starts(sys._getframe(1))
            self.generators.starts(sys._getframe(1))
        if is_function(code):
            lane = self.machine.lane()
            line = self.machine.source.definition(code)
            self.journal.add("enter", lane.number, line, function=code.co_name)
            lane.stack.append(code)

    def py_return(self, code, offset, value):
        handler = self._returns.get(code)
        if handler is not None:
            return handler(sys._getframe(1), value)
        if code.co_filename != FILE:
            return None
        self._leaves(code)
        self.machine.closing = None
        if is_generator(code):
            self.generators.ends(sys._getframe(1), value)

    def py_unwind(self, code, offset, exc):
        if self.machine.threads is not None:
            self.machine.threads.unwinds(sys._getframe(1), exc)
        if code.co_filename == FILE and not self.journal.stopped:
            self._leaves(code)
            self.machine.closing = None
            if is_generator(code):
                self.generators.fails(sys._getframe(1), exc)

    def py_resume(self, code, offset):
        frame = sys._getframe(1)
        self.generators.resumes(frame)
        self._enters_again(frame)

    def py_yield(self, code, offset, value):
        frame = sys._getframe(1)
        if self._pauses.hands_out(frame, value, self.machine.lane()):
            self._leaves(code)
        self.generators.yields(frame, value)

    def _enters_again(self, frame):
        if self._pauses.goes_on(frame):
            lane, code = self.machine.lane(), frame.f_code
            lane.stack.append(code)
            self.journal.add("enter", lane.number, frame.f_lineno, function=code.co_name)

    def _leaves(self, code):
        """The innermost function is left; with it goes a generator that was left open in it."""
        lane = self.machine.lane()
        if not is_function(code) or code not in lane.stack:
            return  # cancelled before its first line, so never entered
        line, left = sys._getframe(2).f_lineno, None
        while left is not code:
            left = lane.stack.pop()
            self.journal.add("leave", lane.number, line, function=left.co_name)
        lane.visit = None

    # Exceptions

    def py_throw(self, code, offset, exc):
        if code.co_filename != FILE or self.journal.stopped:
            return
        frame = sys._getframe(1)
        if is_generator(code):
            self.generators.thrown_into(frame, exc)
        if isinstance(exc, GeneratorExit) and self.machine.closing is None:
            self.machine.closing = self.machine.lost(frame)
        if isinstance(exc, StopIteration) and delegates(frame):
            return  # how an inner coroutine that was thrown into returns: not an error
        lane = self.machine.lane()
        if delegates(frame):
            lane.rising = (code, self.machine.source.statement(frame.f_lineno))
        came_up = lane.thrown is not None and exc.__traceback__ is not None
        # What an inner one raised because of what was thrown in comes up through an await: raised.
        self._thrown_in = not (came_up and delegates(frame))
        if self._thrown_in and not (came_up and lane.thrown == id(exc)):
            lane.thrown = id(exc)
            self.journal.add("throw", lane.number, frame.f_lineno, **exception(exc))
        self._enters_again(frame)

    def raise_(self, code, offset, exc):
        if code.co_filename != FILE or self.journal.stopped:
            return
        if isinstance(exc, OSError):
            number_as_on_linux(exc)
        thrown_in, self._thrown_in = self._thrown_in, False
        crossed, self.generators.crossed = self.generators.crossed == id(exc), None
        explicit = opcode(code, offset) == "RAISE_VARARGS"
        if not explicit:
            if isinstance(exc, (StopIteration, StopAsyncIteration)):
                return  # the end of a loop, not an error
            if thrown_in or (_was_here(exc) and not crossed):
                return
        lane = self.machine.lane()
        self.journal.add("raise", lane.number, sys._getframe(1).f_lineno, **exception(exc))

    def exception_handled(self, code, offset, exc):
        if code.co_filename != FILE or self.journal.stopped:
            return
        clause = self.machine.source.clause(sys._getframe(1), offset, exc)
        if clause is not None:
            by, line = clause
            lane = self.machine.lane().number
            self.journal.add("catch", lane, line, by=by, **exception(exc))

    # Calls

    def call(self, code, offset, function, first):
        name = getattr(function, "__name__", None)
        if code.co_filename == FILE:
            self._may_switch()
            self.journal.calls += 1
            self.generators.called = name
            self.generators.calls(function)
        if name == "cancel":
            owner = getattr(function, "__self__", first)
            if isinstance(owner, tasks.Task):
                self.turns.cancelled(owner)


setattr(Watch, "raise", Watch.raise_)


def _was_here(exc):
    """Whether an exception has come up through an inner function of the same lane."""
    trace = exc.__traceback__ and exc.__traceback__.tb_next
    while trace is not None and trace.tb_frame.f_code is not _BOUNDARY:
        if trace.tb_frame.f_code.co_filename == FILE:
            return True
        trace = trace.tb_next
    return False
