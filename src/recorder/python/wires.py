"""Connections: two ends, and what has been sent from the one and not yet read at the other."""

import itertools

from .system_errors import LINUX, Errno


def error(name):
    return OSError(Errno(name), LINUX[name][1])


class End:
    """One end of a connection, or a place where connections come in."""

    def __init__(self, world):
        self.world = world
        self.other = None
        self.owner = None  # the number of the lane that used it last
        self.agent = None  # who reads here, if it is not the program
        self.here = None  # its own address, as a program is told it
        self.state = "new"
        self.incoming = bytearray()
        self.ended = False  # nothing more will come
        self.shut = False  # nothing more is sent from here
        self.closed = False
        self.broken = False  # the other end is gone, and that is known: nothing can be sent any more
        self.lingers = True  # whether closing it is an orderly end
        self.options = {}  # what was set on its socket
        self.error = None  # the name of what went wrong, until somebody is told
        self.backlog = None  # ends that wait to be accepted, where it listens
        self.due = None  # nanoseconds at which something comes, where that is known
        self.touched = 0  # since when it is ready, in the order of all

    # Whether it is ready

    def readable(self):
        if self.backlog is not None:
            return bool(self.backlog)
        return bool(self.incoming or self.ended or self.error)

    def writable(self):
        if self.error or self.shut:
            return True
        return self.state == "open" and (self.other.closed or self.room() > 0)

    def room(self):
        """How many bytes the other end still takes."""
        return max(0, self.world.buffer - len(self.other.incoming))

    # What is done with it

    def join(self, other):
        self.other, other.other = other, self

    def open(self):
        self.state = "open"
        self.touch()

    def send(self, data):
        """Hand over as much as there is room for, and say how much that was."""
        other = self.other
        if self.error:
            raise self.fails()
        if self.shut or self.broken or other is None:
            raise error("EPIPE")
        if other.closed:  # only the answer to this tells that nobody is there
            self.broken = True
            return len(data)
        count = min(len(data), self.room())
        if count:
            other.incoming += data[:count]
            other.touch()
            if other.agent is not None:
                other.agent.arrived(other)
            self.world.changed()
        return count

    def take(self, count):
        """What has come, up to so many bytes."""
        if self.error and not self.incoming:
            raise self.fails()
        data = self.seen(count)
        del self.incoming[:count]
        if data and self.other is not None:
            self.other.touch()
            if self.other.agent is not None:
                self.other.agent.has_room(self.other)
            self.world.changed()
        return data

    def seen(self, count):
        """The same, which stays there."""
        return bytes(self.incoming[:count])

    def deafen(self):
        """Read no more from here: what comes is lost."""
        self.incoming.clear()
        self.ended = True
        self.touch()
        self.world.changed()

    def finish(self):
        """Send the end: nothing more will come from here."""
        if self.shut:
            return
        self.shut = True
        if self.other is not None and not self.other.ended:
            self.other.ended, self.other.due = True, None
            self.other.touch()
            if self.other.agent is not None:
                self.other.agent.ended(self.other)
            self.world.changed()

    def close(self):
        """Let go of it: in good order, but where something lies unread the other end is told so."""
        if self.closed:
            return
        if self.other is not None and not self.other.closed and (self.incoming or not self.lingers):
            self.reset()
            return
        self.closed = True
        self.finish()
        if self.other is not None:
            self.other.touch()
            if self.other.agent is not None:
                self.other.agent.gone(self.other)
            self.world.changed()

    def reset(self):
        """Break the connection off; what has come to the other end can be read there before."""
        self.closed = self.shut = True
        self.fault("ECONNRESET")

    def fault(self, name):
        other = self.other
        other.error, other.ended, other.due, other.broken = name, True, None, True
        other.touch()
        if other.agent is not None:
            other.agent.gone(other)
        self.world.changed()

    def fails(self):
        name, self.error = self.error, None
        return error(name)

    def touch(self):
        self.touched = next(self.world.table.order)


class Table:
    """The ends that the program has, by the numbers of their sockets."""

    def __init__(self, world):
        self.world = world
        self.order = itertools.count(1)
        self._free = itertools.count(5)
        self._ports = itertools.count(50001)
        self.ends = {}
        self.listening = {}  # port -> the end that listens there

    def add(self, end):
        number = next(self._free)
        self.ends[number] = end
        return number

    def new(self):
        return self.add(End(self.world))

    def port(self):
        return next(self._ports)

    def close(self, number):
        end = self.ends.pop(number)
        if end.backlog is not None:
            self.listening = {
                port: other for port, other in self.listening.items() if other is not end
            }
            for waiting in end.backlog:
                waiting.reset()
        end.close()
        return end
