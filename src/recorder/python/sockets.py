"""`_socket`, as far as it is modelled: `socket`, and all that stands on it, stays as it is."""

import _socket
import importlib
import operator
import socket
from asyncio import selector_events

from . import addresses, socket_options
from .addresses import refusal
from .clock import nanoseconds
from .system_errors import Errno
from .wires import End, error
from .world import begins

STREAM = _socket.SOCK_STREAM
INET = _socket.AF_INET


def install(world):
    """Put the world's sockets below the module `socket`."""
    machine = world.machine
    made = socket_class(world)
    _socket.socket = _socket.SocketType = made
    _socket.close = lambda number: world.table.close(number) and None
    addresses.install(world)
    socket_options.install()
    importlib.reload(socket)
    socket.socket.get_inheritable = lambda self: False
    for name in ("has_dualstack_ipv6", "fromfd"):
        setattr(socket, name, refusal(machine, f"socket.{name}"))
    socket.socketpair = refusal(machine, "socket.socketpair")  # made of sockets, where C has none
    # What asyncio decided by the socket that it found when it was imported.
    selector_events._HAS_SENDMSG = False


def socket_class(world):
    machine, table = world.machine, world.table

    class Socket:
        __slots__ = ("_number", "_family", "_type", "_proto", "_timeout")

        def __init__(self, family=-1, type=-1, proto=-1, fileno=None):
            self._number = -1
            if family not in (-1, INET) or type not in (-1, STREAM) or proto not in (-1, 0, 6):
                machine.refuse("socket.socket with another family or type than TCP's")
            self._family, self._type = INET, STREAM
            self._proto = max(proto, 0)
            default = socket.getdefaulttimeout()
            self._timeout = default
            if fileno is not None and fileno not in table.ends:
                raise error("EBADF")
            self._number = table.new() if fileno is None else fileno

        def __del__(self):
            if getattr(self, "_number", -1) >= 0:
                self.close()

        family = property(lambda self: self._family)
        type = property(lambda self: self._type)
        proto = property(lambda self: self._proto)
        timeout = property(lambda self: self._timeout)

        def _end(self):
            if self._number < 0:
                raise error("EBADF")
            return table.ends[self._number]

        def fileno(self):
            return self._number

        def detach(self):
            number, self._number = self._number, -1
            return number

        # How it blocks

        def settimeout(self, value):
            if value is not None and not isinstance(value, float):
                value = float(operator.index(value))
            if value is not None and value < 0:
                raise ValueError("Timeout value out of range")
            self._timeout = value

        def gettimeout(self):
            return self._timeout

        def setblocking(self, flag):
            self._timeout = None if flag else 0.0

        def getblocking(self):
            return self._timeout != 0.0

        def _wait(self, end, does, ready, call, flags=0):
            """Block until the end is ready; raise what a real socket raises if it may not, or not so long."""
            if ready():
                return
            if self._timeout == 0.0 or flags & socket.MSG_DONTWAIT:
                raise error("EAGAIN")
            until = None if self._timeout is None else world.clock.now + nanoseconds(self._timeout)
            end.owner = machine.lane().number
            if not world.block(ready, until, waits_for(end, does), call):
                raise TimeoutError("timed out")

        # Being called

        def bind(self, address):
            end = self._end()
            host, port = addresses.checked("bind", address)
            found = addresses.look_up(world, host)
            if end.here is not None:
                raise error("EINVAL")
            if found not in ("0.0.0.0", "127.0.0.1"):
                raise error("EADDRNOTAVAIL")
            if port in table.listening:
                raise error("EADDRINUSE")
            end.here = (found, port or table.port())

        def listen(self, backlog=128):
            end = self._end()
            if end.here is None:
                end.here = ("0.0.0.0", table.port())
            if end.here[1] in table.listening and end.backlog is None:
                raise error("EADDRINUSE")
            end.backlog = end.backlog or []
            end.owner = machine.lane().number
            table.listening[end.here[1]] = end

        def _accept(self):
            end = self._end()
            if end.backlog is None:
                raise error("EINVAL")
            self._wait(end, "accept", end.readable, "socket.accept")
            taken = end.backlog.pop(0)
            world.acts("accept", taken)
            return table.add(taken), taken.other.here

        # Calling

        def connect(self, address):
            self._connect(address, "connect")

        def _connect(self, address, call):
            end = self._end()
            self._call(end, addresses.checked(call, address))
            if self._timeout == 0.0:
                raise error("EINPROGRESS")
            done = lambda: end.state == "open" or end.error
            self._wait(end, "connect", done, "socket.connect")
            if end.state != "open":
                end.state = "new"  # it may be asked for once more
                raise end.fails()

        def connect_ex(self, address):
            try:
                self._connect(address, "connect_ex")
            except socket.gaierror:
                raise
            except TimeoutError as problem:
                return Errno("EAGAIN") if problem.errno is None else problem.errno
            except OSError as problem:
                return problem.errno
            return 0

        def _call(self, end, address):
            host, port = address
            number = addresses.look_up(world, host)
            if end.state != "new":
                raise error("EISCONN" if end.state == "open" else "EALREADY")
            end.state, end.ended, end.broken = "asked", False, False
            end.here = end.here or ("127.0.0.1", table.port())
            end.owner = machine.lane().number
            called = world.host_at(number)
            if called is not None:
                host = End(world)
                host.join(end)
                host.owner = called.meet().number
                world.acts("connect", end)
                called.called(host, end, port)
                return
            listening = table.listening.get(port)
            world.acts("connect", end)
            if listening is None:
                end.error = "ECONNREFUSED"
                end.touch()
                return
            taken = End(world)
            taken.join(end)
            taken.owner = world.host_of(listening)
            taken.here = ("127.0.0.1", port)
            taken.open()
            end.open()
            listening.backlog.append(taken)
            listening.touch()
            world.changed()

        # Bytes

        def send(self, data, flags=0):
            end = self._end()
            socket_options.check_flags(machine, "send", flags)
            data = plain(data)
            if end.state != "open" and not end.error:
                raise error("EAGAIN" if self._is_asked(end) else "EPIPE")
            self._wait(end, "send", end.writable, "socket.send", flags)
            room = min(len(data), end.room())
            if room and not (end.error or end.shut or end.broken):
                world.acts("send", end, **begins(data[:room]))
            return end.send(data)

        def sendall(self, data, flags=0):
            data = plain(data)
            while data:
                data = data[self.send(data, flags) :]

        def recv(self, size, flags=0):
            return self._receive(operator.index(size), flags, "recv")

        def _receive(self, size, flags, call):
            end = self._end()
            socket_options.check_flags(machine, "recv", flags)
            if size < 0:
                raise ValueError(f"negative buffersize in {call}")
            if end.state != "open" and not (end.error or end.ended):
                raise error("EAGAIN" if self._is_asked(end) else "ENOTCONN")
            whole = size if flags & socket.MSG_WAITALL else 1
            ready = lambda: end.readable() and (end.ended or len(end.incoming) >= whole)
            self._wait(end, "receive", ready, "socket.recv", flags)
            if flags & socket.MSG_PEEK:
                return end.seen(size)
            data = end.take(size)
            world.acts("receive", end, **begins(data))
            return data

        def _is_asked(self, end):
            return end.state == "asked" and self._timeout == 0.0

        def recv_into(self, buffer, nbytes=0, flags=0):
            view = memoryview(buffer).cast("B")
            if nbytes < 0:
                raise ValueError("negative buffersize in recv_into")
            if nbytes > len(view):
                raise ValueError("buffer too small for requested bytes")
            data = self._receive(nbytes or len(view), flags, "recv_into")
            view[: len(data)] = data
            return len(data)

        # Its end

        def shutdown(self, how):
            end = self._end()
            if end.state != "open" or end.broken or (end.shut and end.ended):
                raise error("ENOTCONN")
            if how in (socket.SHUT_WR, socket.SHUT_RDWR):
                if not end.shut:
                    world.acts("end", end)
                end.finish()
            if how in (socket.SHUT_RD, socket.SHUT_RDWR):
                end.deafen()

        def close(self):
            number, self._number = self._number, -1
            if number < 0 or number not in table.ends:
                return
            end = table.ends[number]
            if end.state == "open" and end.other is not None and not end.shut:
                world.acts("end", end)
            table.close(number)

        # What it is asked, and told, besides

        def getsockname(self):
            return self._end().here or ("0.0.0.0", 0)

        def getpeername(self):
            end = self._end()
            if end.state != "open" or end.broken:
                raise error("ENOTCONN")
            return end.other.here

        def getsockopt(self, level, option, size=0):
            end = self._end()
            if (level, option) == (socket.SOL_SOCKET, socket.SO_ERROR):
                name, end.error = end.error, None
                return 0 if name is None else Errno(name)
            return socket_options.read(machine, end, level, option, size)

        def setsockopt(self, level, option, value, size=0):
            socket_options.write(machine, self._end(), level, option, value)

    for name in "recvfrom recvfrom_into sendto recvmsg recvmsg_into sendmsg sendmsg_afalg".split():
        setattr(Socket, name, refusal(machine, f"socket.{name}"))
    Socket.__name__ = Socket.__qualname__ = "socket"
    Socket.__module__ = "_socket"
    return Socket


def plain(data):
    """What is to be sent, byte by byte."""
    try:
        return memoryview(data).cast("B")
    except TypeError:
        kind = type(data).__name__
        raise TypeError(f"a bytes-like object is required, not '{kind}'") from None


def waits_for(end, does):
    """What somebody waits for at this end, as the recording tells it."""
    told = {"for": "net", "does": does}
    if end.other is not None and end.other.owner is not None:
        told["peer"] = end.other.owner
    if end.due is not None and does in ("connect", "receive") and not end.readable():
        told["due"] = end.due // 1000
    return told
