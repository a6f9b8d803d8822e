"""Signals at the moments that the world states, taken by the main thread as CPython does."""

import _signal
import importlib
import operator
import os
import signal
from asyncio import unix_events

from .wires import error

_LAST = 64
_NEVER_HANDLED = (9, 19)  # SIGKILL, SIGSTOP
_IGNORED = ("SIGCHLD", "SIGCONT", "SIGURG", "SIGWINCH")  # as long as nobody handles them
_HANDLERS = {"SIG_DFL": 0, "SIG_IGN": 1}  # WebAssembly has other numbers for these than Linux


def install(world):
    for name, number in _HANDLERS.items():
        setattr(_signal, name, number)
    importlib.reload(signal)
    signals = world.signals = Signals(world)
    signal.signal = signals.handle_with
    signal.getsignal = signals.handled_with
    signal.raise_signal = lambda number, /: signals.sends(number)
    os.kill = signals.kills
    signal.set_wakeup_fd = lambda number, **_: -1
    signal.siginterrupt = lambda number, flag: None


class Signals:
    def __init__(self, world):
        self.machine = world.machine
        self._handlers = {signal.SIGINT: signal.default_int_handler}
        self._pending = []
        self._for_loop = []  # what came for a loop that does not run: it hears of it when it does

    def handle_with(self, number, handler, /):
        number, threads = operator.index(number), self.machine.threads
        if threads is not None and threads.now is not threads.main:
            raise ValueError("signal only works in main thread of the main interpreter")
        if not callable(handler):
            if handler not in tuple(signal.Handlers):
                raise TypeError(
                    "signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable object"
                )
            handler = signal.Handlers(handler)
        before = self.handled_with(number)
        if number in _NEVER_HANDLED:
            raise error("EINVAL")
        self._handlers[number] = handler
        return before

    def handled_with(self, number, /):
        number = operator.index(number)
        if not 0 < number <= _LAST:
            raise ValueError("signal number out of range")
        return self._handlers.get(number, signal.SIG_DFL)

    def kills(self, pid, number, /):
        """`os.kill`: the program can send a signal to itself."""
        if pid != os.getpid():
            self.machine.refuse("os.kill of another process")
        if number != 0:
            self.sends(number)

    def sends(self, number):
        """The program sends itself a signal, which the main thread takes before it goes on."""
        number, threads = operator.index(number), self.machine.threads
        self.handled_with(number)
        self._arrives(number)
        if threads is None or threads.now is threads.main:
            self.deliver()

    def arrives(self, name):
        """A signal that the world states comes now."""
        self._arrives(int(signal.Signals[name]))
        if self.machine.threads is None:
            self.deliver()

    def _arrives(self, number):
        if number not in self._pending:  # one that comes twice before it is handled, comes once
            self._pending.append(number)
        threads = self.machine.threads
        if threads is not None and threads.main.parked and threads.main.interruptible:
            threads.main.interrupted = True
            threads.wake(threads.main, {"by": "signal", "name": signal.Signals(number).name})

    def pending(self):
        return bool(self._pending or self._for_loop)

    def deliver(self):
        """Run the handlers of what has come; in the main thread only."""
        if self.machine.running is not None:
            self._pending += self._for_loop
            self._for_loop.clear()
        while self._pending:
            number = min(self._pending)
            self._pending.remove(number)
            handler = self.handled_with(number)
            machine = self.machine
            name = signal.Signals(number).name
            if handler is unix_events._sighandler_noop and machine.running is None:
                self._for_loop.append(number)
                continue
            machine.step("signal", name=name)
            if handler is unix_events._sighandler_noop:
                loop = machine.running
                loop._watcher.why = {"by": "signal", "name": name}
                loop._handle_signal(number)
                loop._watcher.why = None
            elif handler == signal.SIG_DFL and name in _IGNORED:
                pass
            elif handler == signal.SIG_DFL:
                machine.lacks(f"gets {name}, which nobody handles: it would be killed")
            elif handler != signal.SIG_IGN:
                frames = machine.own_frames()
                handler(number, frames[-1] if frames else None)
