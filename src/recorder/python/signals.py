"""Signals at the moments that the world states, taken by the main thread as CPython does."""

import signal
from asyncio import unix_events


def install(world):
    signals = world.signals = Signals(world)
    signal.signal = signals.handle_with
    signal.getsignal = signals.handled_with
    signal.raise_signal = lambda number: signals.arrives(signal.Signals(number).name)
    signal.set_wakeup_fd = lambda number, **_: -1
    signal.siginterrupt = lambda number, flag: None


class Signals:
    def __init__(self, world):
        self.machine = world.machine
        self._handlers = {signal.SIGINT: signal.default_int_handler}
        self._pending = []

    def handle_with(self, number, handler, /):
        before = self.handled_with(number)
        self._handlers[signal.Signals(number)] = handler
        return before

    def handled_with(self, number, /):
        return self._handlers.get(signal.Signals(number), signal.SIG_DFL)

    def arrives(self, name):
        self._pending.append(signal.Signals[name])
        threads = self.machine.threads
        if threads is None:
            self.deliver()
        elif threads.now is threads.main and not threads.main.parked:
            return  # taken at its next line
        elif threads.main.interruptible:
            threads.wake(threads.main, {"by": "signal", "name": name})

    def deliver(self):
        """Run the handlers of what has come; in the main thread only."""
        while self._pending:
            number = self._pending.pop(0)
            handler = self.handled_with(number)
            machine = self.machine
            machine.step("signal", name=number.name)
            if handler is unix_events._sighandler_noop:
                loop = machine.running
                loop._watcher.why = {"by": "signal", "name": number.name}
                loop._handle_signal(number)
                loop._watcher.why = None
            elif handler == signal.SIG_DFL:
                machine.lacks(f"gets {number.name}, which nobody handles: it would be killed")
            elif handler != signal.SIG_IGN:
                frames = machine.own_frames()
                handler(number, frames[-1] if frames else None)
