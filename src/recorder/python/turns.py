"""What the loop does with its ready queue and its timers, turned into steps."""

import contextlib
from asyncio import base_events, futures, tasks

from .callbacks import captured, name_of, served_task
from .causes import cause_of

_WAKING = ("task_wakeup", "TaskWakeupDef")
# The last two things that `asyncio.run` does, and whether a loop has something for them to do.
_LAST = {
    base_events.BaseEventLoop.shutdown_asyncgens.__code__: lambda loop: loop._asyncgens,
    base_events.BaseEventLoop.shutdown_default_executor.__code__: lambda loop: (
        loop._default_executor
    ),
}


class Turns:
    """The watcher that a recorded loop reports to."""

    def __init__(self, machine):
        self.machine = machine
        self.journal = machine.journal
        self.blocking = None  # how threads block, in a program that has some
        self._entries = {}  # id of a handle in the ready queue -> (callback, target) as recorded
        self._timers = {}  # id of a handle in the timer heap -> (handle, number, entry)
        self._due = {}  # id of a handle that came from the heap into the queue -> its timer
        self.timer = None  # the timer whose callback is being called
        self.why = None  # why a callback comes into the queue, where it is not that somebody asked

    # The life of a loop

    def loop_created(self, loop):
        machine = self.machine
        parent = machine.lane()
        loop._lane = machine.lanes.new("loop", parent.number, machine.thread.number)
        loop._lane.round = 0
        loop._lane.born = machine.step("create", child=loop._lane.number)

    def loop_starts(self, loop):
        loop._lane.on = self.machine.thread.number  # it may have been made in another
        waits = {"for": "loop", "lanes": [loop._lane.number]}
        self.machine.step("wait", waits=waits)
        self.machine.running = loop

    def loop_stops(self, loop):
        self.machine.finish_turn()
        self.timer = None
        self.machine.running = None

    def loop_closed(self, loop):
        if loop._lane.ended is None:
            self.machine.end(loop._lane, "returned")
        # It lets go of its timers, and so of the tasks that wait for them.
        kept = {key: timer for key, timer in self._timers.items() if timer[0]._loop is not loop}
        self._timers = kept

    @contextlib.contextmanager
    def housekeeping(self, loop, future):
        """Leave out the two tasks of `asyncio.run`'s end when they find nothing to do."""
        code = getattr(future, "cr_code", None)
        idle = code in _LAST and not _LAST[code](loop)
        before = self.journal.muted
        self.journal.muted = before or idle
        try:
            yield
        finally:
            self.journal.muted = before

    def task_created(self, loop, task):
        """A task came from the factory: an eager one has had its first turn by now."""
        if self.journal.muted:
            return
        lane = self.machine.lane_of(task)
        if self.machine.running is None or tasks.current_task(self.machine.running) is task:
            return
        if lane.running or task.done():
            self.machine.settle(lane, task)

    # The ready queue

    def queued(self, loop, handle):
        if self.journal.muted:
            return
        if id(handle) in self._timers:
            _, number, entry = self._timers.pop(id(handle))
            self.machine.finish_turn()
            self._due[id(handle)] = number
            self._entries[id(handle)] = entry
            self.journal.add("due", loop._lane.number, timer=number)
            return
        task = _task_of(handle._callback)
        if task is None:
            entry = self._callback_entry(handle)
            cause = self.why or {"by": "call"}
        else:
            entry = {"target": self.machine.lane_of(task).number}
            cause = cause_of(self, task, handle)
        self._entries[id(handle)] = entry
        lane, line = self.machine.actor()
        self.journal.add("queue", lane, line, **entry, cause=cause)

    def taken(self, loop, handle):
        machine = self.machine
        machine.finish_turn()
        if self.journal.muted:
            return
        entry = self._entries.pop(id(handle))
        self.timer = self._due.pop(id(handle), None)
        if handle._cancelled:
            self.journal.add("skip", loop._lane.number, **entry)
            return
        turn = {}
        if loop._lane.round != loop._round:
            loop._lane.round = loop._round
            loop._lane.rounds = getattr(loop._lane, "rounds", 0) + 1
            turn = {"round": loop._lane.rounds}
        if "callback" in entry:
            self.journal.add("call", loop._lane.number, **entry, **turn)
            return
        self.journal.add("pick", loop._lane.number, **entry, **turn)
        task = _task_of(handle._callback)
        lane = machine.lane_of(task)
        lane.started = lane.running = True
        lane.waits = lane.thrown = None
        lane.asked = False
        machine.turn = (lane, task)

    def _callback_entry(self, handle):
        for argument in handle._args or ():
            if isinstance(argument, tasks.Task) and argument.done():
                self.machine.note_end(argument)
        served = served_task(handle._callback)
        entry = {"callback": name_of(handle._callback)}
        if entry["callback"] == "sleep's timer":  # called without a timer
            own = handle._args[0].get_loop() is self.machine.running
            entry["callback"] = "connection is ready" if own else "executor ended"
        if served is not None:
            entry["target"] = self.machine.lane_of(served).number
        elif entry["callback"].startswith("shield"):
            future = captured(handle._callback, "inner") or captured(handle._callback, "outer")
            if id(future) in self.machine.shields:
                entry["target"] = self.machine.shields[id(future)]
        return entry

    def cancelled(self, task):
        """Somebody asks for a task's cancellation."""
        if self.journal.muted or task.done():
            return
        lane = self.machine.lane_of(task)
        lane.asked = True
        actor, line = self.machine.actor()
        self.journal.add("cancel", actor, line, target=lane.number)

    # The timers

    def timer_set(self, loop, handle, due):
        if self.journal.muted:
            return
        machine = self.machine
        number = machine.timer_count
        machine.timer_count += 1
        entry = {"callback": name_of(handle._callback)}
        target = served_task(handle._callback)
        if target is None and entry["callback"] in ("sleep's timer", "wait's timeout"):
            target = machine.running and tasks.current_task(machine.running)
            machine.timers[id(handle._args[0])] = number
        if target is not None:
            entry["target"] = machine.lane_of(target).number
        self._timers[id(handle)] = (handle, number, entry)
        machine.step("set-timer", timer=number, due=due // 1000, **entry)

    def timer_dropped(self, loop, handle):
        known = self._timers.pop(id(handle), None)
        if known is not None and not self.journal.muted:
            lane, line = self.machine.actor()
            self.journal.add("drop-timer", lane, line, timer=known[1])

    # The selector

    def sleeps(self, loop, due):
        self.machine.finish_turn()
        until = {} if due is None else {"until": due // 1000}
        watched = {"sockets": len(loop._selector.get_map())} if loop._selector.get_map() else {}
        self.journal.add("sleep", loop._lane.number, **until, **watched)

    def sleeps_for_ever(self, loop):
        self.sleeps(loop, None)
        self.machine.for_ever()

    def refuse(self, what):
        self.machine.refuse(what)


def _task_of(callback):
    """The task whose turn a callback is; None for every other callback."""
    owner = getattr(callback, "__self__", None)
    if not isinstance(owner, tasks.Task) or getattr(callback, "__name__", "") == "cancel":
        return None
    return owner
