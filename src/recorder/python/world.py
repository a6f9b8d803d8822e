"""The world outside a program: hosts, clients, files and signals, on the virtual clock.

What an example's `world:` states happens here, at its moment: the clock lets it happen
on its way. Nothing of it is decided by chance, and nothing of it leaves this machine.
"""

import heapq
import itertools

from .clients import Client
from .clock import nanoseconds
from .hosts import Host
from .wires import Table

NAMED = 48  # bytes of a message that stand in the recording


class World:
    def __init__(self, machine, settings):
        self.machine = machine
        self.clock = machine.clock
        self.settings = settings
        self.buffer = settings["buffer"]
        self.table = Table(self)
        self.signals = None  # set where signals are modelled
        self._events = []  # a heap of (nanoseconds, order, what happens)
        self._order = itertools.count()
        self._waiters = []  # (condition, what is done when it is true)
        hosts = enumerate(settings["hosts"].items(), 1)
        self.hosts = {
            name: Host(self, name, told, f"192.0.2.{number}") for number, (name, told) in hosts
        }

    def begin(self):
        """Let the clock take what is stated along."""
        self.clock.world = self
        for name, told in self.settings["clients"].items():
            Client(self, name, told)
        for told in self.settings["signals"]:
            self.at(nanoseconds(told["at"]), lambda told=told: self.signals.arrives(told["signal"]))

    # What happens, and when

    def at(self, when, do):
        """Let something happen at a moment; answers with what `drop` takes."""
        event = [when, next(self._order), do]
        heapq.heappush(self._events, event)
        return event

    def after(self, seconds, do):
        return self.at(self.clock.now + nanoseconds(seconds), do)

    def drop(self, event):
        event[2] = None

    def next_at(self):
        """The moment of what happens next; None where nothing is to come."""
        while self._events and self._events[0][2] is None:
            heapq.heappop(self._events)
        return self._events[0][0] if self._events else None

    def happen(self):
        _, _, do = heapq.heappop(self._events)
        try:
            do()
        finally:
            self.changed()

    # Who waits for it

    def changed(self):
        """Something may be ready now for somebody who waits in a blocking call."""
        for waiter in list(self._waiters):
            condition, wake = waiter
            if condition() and waiter in self._waiters:
                self._waiters.remove(waiter)
                wake()

    def wakes(self, condition, wake):
        self._waiters.append((condition, wake))

    def forget(self, wake):
        self._waiters = [waiter for waiter in self._waiters if waiter[1] is not wake]

    def block(self, condition, deadline, waits, call):
        """Block the running thread until something is true or the clock is there."""
        if condition():
            return True
        if self.machine.threads is None:
            return self._hold(condition, deadline, waits, call)
        me, threads = self.machine.threads.now, self.machine.threads

        def wake():
            threads.wake(me, cause_of(waits))

        self.wakes(condition, wake)
        try:
            self.machine.blocking.until_woken(waits, call, deadline)
        finally:
            self.forget(wake)
        return condition()

    def _hold(self, condition, deadline, waits, call):
        """The same where there is but one thread: the clock goes on until then."""
        machine, step = self.machine, None
        lane = machine.lane()
        if machine.running is None:
            machine.step("wait", waits=waits)
        else:
            step = machine.step("block", call=call, lasts=0, waits=waits)
        lane.waits, lane.waits_at = waits, machine.line()
        before = self.clock.micros
        try:
            while not condition():
                following = self.next_at()
                if following is None and deadline is None:
                    machine.for_ever()
                if following is None or (deadline is not None and deadline < following):
                    self.clock.move_to(deadline)
                    break
                self.clock.move_to(following)
        finally:  # a signal cuts it short
            lane.waits = None
            if step is not None:
                step["lasts"] = self.clock.micros - before
        return condition()

    # Names

    def find(self, name):
        """The address of a host, by its name or address; None for one that is not there."""
        if name in (None, "", "localhost", "127.0.0.1", "0.0.0.0"):
            return "0.0.0.0" if name in ("", "0.0.0.0") else "127.0.0.1"
        if name in self.hosts:
            return self.hosts[name].address
        return next((host.address for host in self.hosts.values() if host.address == name), None)

    def host_at(self, address):
        return next((host for host in self.hosts.values() if host.address == address), None)

    def host_of(self, listening):
        """Whoever accepts connections there: the loop, where one watches the socket."""
        loop = self.machine.running
        watched = loop is not None and any(
            self.table.ends.get(number) is listening for number in loop._selector.get_map()
        )
        return loop._lane.number if watched else listening.owner

    def unknown(self, name):
        """No address but those of the world is ever used."""
        known = ", ".join(self.hosts) or "none"
        self.machine.lacks(f"asks for `{name}`, which `world:` does not name; its hosts are: {known}")

    def looks_up(self, name):
        """Seconds that it takes to find a name's address."""
        host = self.hosts.get(name)
        return host.told["delays"]["look_up"] if host else 0

    # What is told

    def outside(self, kind, name):
        """The lane of somebody outside the program, who begins to be told of now."""
        lane = self.machine.lanes.new(kind)
        lane.given = name
        return lane

    def tells(self, lane, does, end=None, **what):
        """A step of somebody outside: the program goes on as if it were not there."""
        self.machine.journal.aside("net", lane.number, does=does, **peer_of(end), **what)

    def says(self, lane, end, data):
        """Somebody outside sends something to the program."""
        self.tells(lane, "send", end, **begins(data))
        end.send(data)

    def state(self, lane, told):
        """What somebody outside does from now on."""
        return self.machine.journal.aside("wait", lane.number, waits={"for": "outside", **told})

    def acts(self, does, end, **what):
        """A step of the program."""
        lane, line = self.machine.actor()
        if end.owner is None or self.machine.lanes.all[lane].kind != "loop":
            end.owner = lane
        self.machine.journal.add("net", lane, line, does=does, **peer_of(end), **what)


def peer_of(end):
    """The lane at the other end of a connection, where one is known."""
    other = end.other.owner if end is not None and end.other is not None else None
    return {} if other is None else {"peer": other}


def cause_of(waits):
    """Why somebody goes on who waited for the world."""
    return {"by": "net", **{key: waits[key] for key in ("peer",) if key in waits}}


def begins(data):
    """What a message begins with, as far as it is told."""
    line = bytes(data).split(b"\n")[0].rstrip(b"\r").decode("utf-8", "replace")
    return {"bytes": len(data), **({"text": line[:NAMED]} if line.strip() else {})}
