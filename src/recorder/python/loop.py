"""An event loop of asyncio's own making, with its selector and clock replaced and its queues watched."""

import asyncio
import collections
import math
import socket
import threading
from asyncio import base_events, events, unix_events

from .clock import NEVER, nanoseconds
from .selecting import Selector
from .world import peer_of

_REFUSED = (
    "connect_read_pipe connect_write_pipe create_datagram_endpoint create_unix_connection "
    "create_unix_server getnameinfo sendfile sock_recvfrom sock_recvfrom_into sock_sendfile "
    "sock_sendto start_tls subprocess_exec subprocess_shell"
).split()
# What there is only in an example that states a `world:`.
_OUTSIDE = (
    "connect_accepted_socket create_connection create_server getaddrinfo sock_accept sock_connect "
    "sock_recv sock_recv_into sock_sendall add_reader add_writer add_signal_handler"
).split()


class ReadyQueue(collections.deque):
    """`loop._ready`, which says what comes in and what goes out."""

    def __init__(self, loop):
        super().__init__()
        self._loop = loop

    def append(self, handle):
        self._loop._watcher.queued(self._loop, handle)
        super().append(handle)

    def popleft(self):
        self._loop._polling = False
        handle = super().popleft()
        self._loop._watcher.taken(self._loop, handle)
        return handle


class NoPipe:
    """Stands for the pipe through which a real loop is woken; here it is woken by a call."""

    def fileno(self):
        return -1


class RecordedLoop(unix_events._UnixSelectorEventLoop):
    def __init__(self, watcher, clock):
        self._watcher = watcher
        self._clock = clock
        self._polling = False  # between the start of an iteration and its first callback
        self._due = {}  # nominal nanoseconds at which each timer in the heap is due
        self._round = 0
        self._sleeper = None  # the thread that sleeps in the selector
        self._woken = False  # whether another thread has written to the loop since
        super().__init__(Selector(self))
        self._watcher = watcher  # asyncio keeps what watches its subprocesses by this name
        self._ready = ReadyQueue(self)
        self._clock_resolution = 1e-9
        watcher.loop_created(self)

    def time(self):
        # asyncio compares with the timers' hidden deadlines only while it polls.
        return self._clock.hidden() if self._polling else self._clock.seconds()

    def call_at(self, when, callback, *args, context=None):
        due = max(nanoseconds(when), 0)
        lag = self._clock.creep()
        hidden = math.inf if due == NEVER else (due + lag) / 1e9
        handle = super().call_at(hidden, callback, *args, context=context)
        _forget_caller(handle)
        self._due[id(handle)] = due
        self._watcher.timer_set(self, handle, due)
        return handle

    def _timer_handle_cancelled(self, handle):
        if handle._scheduled:
            self._watcher.timer_dropped(self, handle)
        super()._timer_handle_cancelled(handle)

    def _run_once(self):
        self._round += 1
        self._polling = True
        try:
            super()._run_once()
        finally:
            self._polling = False

    def create_task(self, coro, **kwargs):
        task = super().create_task(coro, **kwargs)
        _forget_caller(task)
        self._watcher.task_created(self, task)
        return task

    def run_until_complete(self, future):
        with self._watcher.housekeeping(self, future):
            return super().run_until_complete(future)

    def _run_forever_setup(self):
        super()._run_forever_setup()
        self._watcher.loop_starts(self)

    def _run_forever_cleanup(self):
        super()._run_forever_cleanup()
        self._watcher.loop_stops(self)

    def close(self):
        if not self.is_closed():
            self._watcher.loop_closed(self)
        super().close()

    async def create_connection(self, protocol_factory, host=None, port=None, *, ssl=None, **more):
        if ssl:
            self._watcher.refuse("loop.create_connection with TLS")
        return await super().create_connection(protocol_factory, host, port, **more)

    async def create_server(self, protocol_factory, host=None, port=None, *, ssl=None, **more):
        if ssl:
            self._watcher.refuse("loop.create_server with TLS")
        return await super().create_server(protocol_factory, host, port, **more)

    async def getaddrinfo(self, host, port, *, family=0, type=0, proto=0, flags=0):
        # A name that takes no time to look up needs no thread that is told of.
        if not self._watcher.machine.world.looks_up(host):
            return socket.getaddrinfo(host, port, family, type, proto, flags)
        return await super().getaddrinfo(
            host, port, family=family, type=type, proto=proto, flags=flags
        )

    def _process_events(self, event_list):
        for event in event_list:
            end = self._watcher.machine.world.table.ends[event[0].fd]
            self._watcher.why = {"by": "net", **peer_of(end)}
            super()._process_events([event])
        self._watcher.why = None

    def _make_self_pipe(self):
        self._csock = NoPipe()

    def _close_self_pipe(self):
        pass

    def _write_to_self(self):
        if self._watcher.blocking is not None:
            self._watcher.blocking.wake_loop(self)


def _forget_caller(thing):
    """In debug mode asyncio keeps where a thing was created: not in this file."""
    if thing._source_traceback:
        del thing._source_traceback[-1]


# A program that prints its loop shows the class that it has on Linux.
RecordedLoop.__name__ = RecordedLoop.__qualname__ = "_UnixSelectorEventLoop"
RecordedLoop.__module__ = "asyncio.unix_events"
# A call of it that stands in the ready queue has the name that asyncio's own has.
RecordedLoop.create_task.__qualname__ = "BaseEventLoop.create_task"
RecordedLoop.create_task.__module__ = "asyncio.base_events"


def _refusal(name):
    def refused(self, *args, **kwargs):
        self._watcher.refuse(f"loop.{name}")

    return refused


for _name in _REFUSED:
    setattr(RecordedLoop, _name, _refusal(_name))


class Policy(asyncio.events._BaseDefaultEventLoopPolicy):
    """Hands out recorded loops wherever a program asks asyncio for one."""

    def __init__(self, watcher, clock):
        super().__init__()
        self._loop_factory = lambda: RecordedLoop(watcher, clock)


def install(watcher, clock):
    """Make every loop of the program a recorded one."""
    import asyncio.runners

    for name in _OUTSIDE if watcher.machine.world is None else ():
        setattr(RecordedLoop, name, _refusal(name))
    if watcher.blocking is None:
        RecordedLoop.run_in_executor = _refusal("run_in_executor")
    else:
        Policy._Local = type("_Local", (threading.local,), {"_loop": None})

    events._set_running_loop(None)
    events._set_event_loop_policy(Policy(watcher, clock))
    asyncio.run = asyncio.runners.run  # Pyodide puts its own in this place
    asyncio.SelectorEventLoop = asyncio.EventLoop = _for_programs(watcher, clock)


def _for_programs(watcher, clock):
    """The loop as a program makes it, or a class of its own from it."""

    class Loop(RecordedLoop):
        def __init__(self, selector=None):
            if selector is not None and type(selector).__module__ != "selectors":
                watcher.refuse("SelectorEventLoop with a selector of its own")
            super().__init__(watcher, clock)

    Loop.__name__, Loop.__qualname__ = RecordedLoop.__name__, RecordedLoop.__qualname__
    Loop.__module__ = RecordedLoop.__module__
    return Loop
