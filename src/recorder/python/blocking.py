"""How a thread blocks: what it says before it gives the GIL up, and after it was woken."""

import sys

from .clock import nanoseconds
from .thread_waits import library_frames


class Blocking:
    def __init__(self, machine, threads):
        self.machine = machine
        self.threads = threads
        self.waits = None  # names what a thread waits for; set once `threading` is ready

    def in_lock(self, lock, until):
        """Block in a lock until it is given or the clock is there; True if it was given."""
        if self.waits is None or self.machine.journal.stopped:
            return self.threads.park(None, until)
        told, call = self.waits.of(lock, library_frames(sys._getframe(1)))
        return self.until_woken(told, call, until)

    def join(self, thread, timeout):
        """`Thread.join`, as the handle of the thread does it; True if the thread is over."""
        if thread.done:
            return True
        until = None if timeout is None else self.threads.clock.now + nanoseconds(timeout)
        me = self.threads.now
        thread.joiners.append(me)
        told = {"for": "lane", "lanes": [thread.lane.number]}
        try:
            self.until_woken(told, "Thread.join", until)
        finally:
            if me in thread.joiners:
                thread.joiners.remove(me)
        return thread.done

    def until_woken(self, waits, call, until):
        machine, me = self.machine, self.threads.now
        timer = None
        if until is not None:
            timer = machine.new_timer(until, "timeout", machine.lane())
        step = None

        def tell():
            nonlocal step
            me.waits = me.asker.waits = waits
            me.asker.waits_at = machine.line()
            if timer is not None:
                me.cause = {"by": "timer", "timer": timer}
            if machine.running is None:
                machine.step("wait", waits=waits)
            else:
                step = machine.step("block", call=call, lasts=0, waits=waits)

        def over():
            me.waits = me.asker.waits = None
            if step is not None:
                step["lasts"] = me.woken_at // 1000 - step["at"]

        woken = True
        try:
            woken = self._park(tell, until, over)
        finally:
            if timer is not None and woken:
                machine.step("drop-timer", timer=timer)
        return woken

    def _park(self, tell, until, over=lambda: None):
        """Block until woken or until a time; a signal's handler runs in between, and may break it off."""
        me, threads, world = self.threads.now, self.threads, self.machine.world
        if world is not None and me is threads.main:
            world.signals.deliver()
        while True:
            me.interruptible, me.interrupted, me.missed = world is not None, False, False
            try:
                woken = threads.park(tell, until)
            finally:
                me.interruptible = False
                over()
            if not me.interrupted:
                return woken
            world.signals.deliver()
            if me.missed:
                return True

    def woken_by_lock(self, thread):
        self.threads.wake(thread, _CAUSES.get((thread.waits or {}).get("for"), _other)(thread.waits))

    def sleep(self, length):
        """`time.sleep`: without the GIL, though it holds the loop if one runs there."""
        machine, threads = self.machine, self.threads
        until = machine.clock.now + length
        if machine.running is not None:
            step = None

            def hold():
                nonlocal step
                left = (until - machine.clock.now) // 1000
                step = machine.step("block", call="time.sleep", lasts=left)

            def held():
                step["lasts"] = threads.now.woken_at // 1000 - step["at"]

            self._park(hold, until, held)
            return
        timer = machine.new_timer(until, "time.sleep", machine.lane())
        waits = {"for": "timer", "timer": timer}

        def tell():
            threads.now.cause = {"by": "timer", "timer": timer}
            threads.now.asker.waits = waits
            machine.step("wait", waits=waits)

        def over():
            threads.now.asker.waits = None

        try:
            self._park(tell, until, over)
        except BaseException:  # a signal cuts it short
            machine.step("drop-timer", timer=timer)
            raise

    def select(self, loop, until):
        """A loop sleeps in its selector until a timer is due or another thread wakes it."""
        threads = self.threads
        if loop._woken:
            loop._woken = False
            return
        world = self.machine.world
        if world is not None and world.signals.pending() and threads.now is threads.main:
            world.signals.deliver()
            return
        me = loop._sleeper = threads.now
        first = until and loop._due.get(id(loop._scheduled[0]))

        def wake():
            threads.wake(me, {"by": "net"})

        if world is not None:
            world.wakes(loop._selector.found, wake)
            me.interruptible = True
        try:
            threads.park(lambda: loop._watcher.sleeps(loop, first), until)
        finally:
            loop._sleeper, loop._woken = None, False
            me.interruptible = False
            if world is not None:
                world.forget(wake)
        if world is not None and me is threads.main:
            world.signals.deliver()

    def wake_loop(self, loop):
        """`call_soon_threadsafe` writes to the loop, which may be asleep."""
        if loop._sleeper is not None:
            self.threads.wake(loop._sleeper, {"by": "call"})
        elif loop is not self.machine.running:
            loop._woken = True


def _other(waits):
    return None


_CAUSES = {
    "lane": lambda waits: {"by": "lane", "of": waits["lanes"][0]},
    "resource": lambda waits: {"by": "resource", "resource": waits["resource"]},
    "started": lambda waits: {"by": "started", "of": waits["lanes"][0]},
    "calls": lambda waits: {"by": "future"},
    "future": lambda waits: {"by": "future"},
}
