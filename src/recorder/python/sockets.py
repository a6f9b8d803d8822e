"""`_socket`, as far as it is modelled: `socket`, and all that stands on it, stays as it is."""

import _socket
import importlib
import socket
from asyncio import selector_events

from .clock import nanoseconds
from .wires import End, Errno, error
from .world import begins

STREAM, DATAGRAM = _socket.SOCK_STREAM, getattr(_socket, "SOCK_DGRAM", 5)
INET = _socket.AF_INET
# Functions of `_socket` that would ask a real network.
_REFUSED = "gethostbyaddr getnameinfo gethostbyname_ex dup sethostname".split()

# Linux's numbers of what WebAssembly's socket does not have.
_CONSTANTS = {
    **{"AI_PASSIVE": 1, "IPPROTO_TCP": 6, "IPPROTO_UDP": 17, "IPPROTO_IPV6": 41, "TCP_NODELAY": 1},
    **{"SOL_SOCKET": 1, "SO_REUSEADDR": 2, "SO_ERROR": 4, "SO_BROADCAST": 6, "SO_KEEPALIVE": 9},
    **{"SO_LINGER": 13, "SO_RCVBUF": 8, "SO_SNDBUF": 7, "SOMAXCONN": 4096, "IPV6_V6ONLY": 26},
    **{"SHUT_RD": 0, "SHUT_WR": 1, "SHUT_RDWR": 2},
}


def install(world):
    """Put the world's sockets below the module `socket`."""
    machine = world.machine
    made = socket_class(world)
    _socket.socket = _socket.SocketType = made
    _socket.getaddrinfo = lambda *args, **kwargs: getaddrinfo(world, *args, **kwargs)
    _socket.gethostbyname = lambda name: getaddrinfo(world, name, None)[0][4][0]
    _socket.gethostname = lambda: "localhost"
    _socket.close = lambda number: world.table.close(number) and None
    for name in _REFUSED:
        setattr(_socket, name, refusal(machine, f"socket.{name}"))
    for name, number in _CONSTANTS.items():
        if not hasattr(_socket, name):
            setattr(_socket, name, number)
    importlib.reload(socket)
    socket.socketpair = refusal(machine, "socket.socketpair")  # made of sockets, where C has none
    # What asyncio decided by the socket that it found when it was imported.
    selector_events._HAS_SENDMSG = False


def refusal(machine, name):
    def refused(*args, **kwargs):
        machine.refuse(name)

    refused.__name__ = refused.__qualname__ = name.rpartition(".")[2]
    return refused


def getaddrinfo(world, host, port, family=0, type=0, proto=0, flags=0):
    """The addresses of a name, after the delay that the world states for looking it up."""
    if isinstance(host, bytes):
        host = host.decode()
    address = world.find(host)
    machine = world.machine
    if address is None:
        world.unknown(host)
    told = world.looks_up(host)
    if told:
        until = world.clock.now + nanoseconds(told)
        waits = {"for": "net", "does": "look-up", "name": host, "due": until // 1000}
        world.at(until, lambda: None)
        world.block(lambda: world.clock.now >= until, None, waits, "socket.getaddrinfo")
    if host in world.hosts and world.hosts[host].told["fault"] == "unknown":
        raise socket.gaierror(-2, "Name or service not known")
    kind = type or STREAM
    number = {"http": 80, "https": 443}.get(port, port)
    return [(INET, kind, proto or (6 if kind == STREAM else 17), "", (address, int(number or 0)))]


def socket_class(world):
    machine, table = world.machine, world.table

    class Socket:
        __slots__ = ("_number", "_family", "_type", "_proto", "_timeout")

        def __init__(self, family=-1, type=-1, proto=-1, fileno=None):
            self._number = -1
            if family not in (-1, INET) or type not in (-1, STREAM):
                machine.refuse("socket.socket with another family or type than TCP's")
            self._family, self._type = INET, STREAM
            self._proto = max(proto, 0)
            default = socket.getdefaulttimeout()
            self._timeout = default
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
            if value is not None and value < 0:
                raise ValueError("Timeout value out of range")
            self._timeout = None if value is None else float(value)

        def gettimeout(self):
            return self._timeout

        def setblocking(self, flag):
            self._timeout = None if flag else 0.0

        def getblocking(self):
            return self._timeout != 0.0

        def _wait(self, end, does, ready, call):
            """Block until the end is ready; raise what a real socket raises if it may not, or not so long."""
            if ready():
                return
            if self._timeout == 0.0:
                raise error("EAGAIN")
            until = None if self._timeout is None else world.clock.now + nanoseconds(self._timeout)
            end.owner = machine.lane().number
            if not world.block(ready, until, waits_for(end, does), call):
                raise TimeoutError("timed out")

        # Being called

        def bind(self, address):
            end = self._end()
            host, port = address[0], address[1]
            if world.find(host) not in ("0.0.0.0", "127.0.0.1"):
                raise error("EINVAL")
            if port in table.listening:
                raise error("EADDRINUSE")
            end.address = (world.find(host), port or table.port())

        def listen(self, backlog=128):
            end = self._end()
            if end.address is None:
                end.address = ("0.0.0.0", table.port())
            end.backlog = []
            end.owner = machine.lane().number
            table.listening[end.address[1]] = end

        def _accept(self):
            end = self._end()
            if end.backlog is None:
                raise error("EINVAL")
            self._wait(end, "accept", end.readable, "socket.accept")
            taken = end.backlog.pop(0)
            world.acts("accept", taken)
            return table.add(taken), taken.address

        # Calling

        def connect(self, address):
            end = self._end()
            self._call(end, address)
            if self._timeout == 0.0:
                raise error("EINPROGRESS")
            done = lambda: end.state == "open" or end.error
            self._wait(end, "connect", done, "socket.connect")
            if end.error:
                raise end.fails()

        def connect_ex(self, address):
            try:
                self.connect(address)
            except OSError as problem:
                return problem.errno
            return 0

        def _call(self, end, address):
            host, port = address[0], address[1]
            number = world.find(host)
            if number is None:
                world.unknown(host)
            if end.state != "new":
                raise error("EINVAL")
            end.state = "asked"
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
            taken.address = ("127.0.0.1", table.port())
            taken.open()
            end.open()
            listening.backlog.append(taken)
            listening.touch()
            world.changed()

        # Bytes

        def send(self, data, flags=0):
            end = self._end()
            if end.state != "open" and not end.error:
                raise error("ENOTCONN")
            data = memoryview(data).cast("B")
            self._wait(end, "send", end.writable, "socket.send")
            room = min(len(data), end.room())
            if room and not (end.error or end.shut or end.other.closed):
                world.acts("send", end, **begins(data[:room]))
            return end.send(data)

        def sendall(self, data, flags=0):
            data = memoryview(data).cast("B")
            while data:
                data = data[self.send(data, flags) :]

        def recv(self, size, flags=0):
            end = self._end()
            if end.state != "open" and not (end.error or end.ended):
                raise error("ENOTCONN")
            self._wait(end, "receive", end.readable, "socket.recv")
            data = end.take(size)
            world.acts("receive", end, **begins(data))
            return data

        def recv_into(self, buffer, nbytes=0, flags=0):
            view = memoryview(buffer).cast("B")
            data = self.recv(nbytes or len(view), flags)
            view[: len(data)] = data
            return len(data)

        # Its end

        def shutdown(self, how):
            end = self._end()
            if end.state != "open":
                raise error("ENOTCONN")
            if how in (socket.SHUT_WR, socket.SHUT_RDWR):
                if not end.shut:
                    world.acts("end", end)
                end.finish()

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
            end = self._end()
            return end.address if end.backlog is not None else ("127.0.0.1", 50000)

        def getpeername(self):
            end = self._end()
            if end.state != "open":
                raise error("ENOTCONN")
            return end.address or ("127.0.0.1", 0)

        def getsockopt(self, level, option, size=0):
            end = self._end()
            if (level, option) == (_socket.SOL_SOCKET, _socket.SO_ERROR) and end.error:
                name, end.error = end.error, None
                return Errno(name)
            return 0

        def setsockopt(self, level, option, value, size=0):
            pass  # nothing that is set there is modelled

    for name in "recvfrom recvfrom_into sendto recvmsg recvmsg_into sendmsg sendmsg_afalg".split():
        setattr(Socket, name, refusal(machine, f"socket.{name}"))
    Socket.__name__ = Socket.__qualname__ = "socket"
    Socket.__module__ = "_socket"
    return Socket


def waits_for(end, does):
    """What somebody waits for at this end, as the recording tells it."""
    told = {"for": "net", "does": does}
    if end.other is not None and end.other.owner is not None:
        told["peer"] = end.other.owner
    if end.due is not None and does in ("connect", "receive") and not end.readable():
        told["due"] = end.due // 1000
    return told
