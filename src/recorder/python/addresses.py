"""Names and addresses: what `_socket` knows of them, asked of the world instead of a network."""

import operator
import socket
import _socket

from .clock import nanoseconds

# Functions of `_socket` that would ask a real network.
_REFUSED = (
    "gethostbyaddr getnameinfo gethostbyname_ex dup sethostname if_nameindex if_nametoindex "
    "if_indextoname"
).split()
_SERVICES = {"http": 80, "https": 443, "ftp": 21, "ssh": 22, "smtp": 25, "domain": 53, "echo": 7}


def install(world):
    _socket.getaddrinfo = lambda *args, **kwargs: getaddrinfo(world, *args, **kwargs)
    _socket.gethostbyname = lambda name: look_up(world, name)
    _socket.gethostname = lambda: "localhost"
    _socket.getservbyname, _socket.getservbyport = getservbyname, getservbyport
    for name in _REFUSED:
        setattr(_socket, name, refusal(world.machine, f"socket.{name}"))


def refusal(machine, name):
    def refused(*args, **kwargs):
        machine.refuse(name)

    refused.__name__ = refused.__qualname__ = name.rpartition(".")[2]
    return refused


def look_up(world, host):
    """The address of a name, after the delay that the world states for looking it up."""
    if isinstance(host, (bytes, bytearray)):
        host = host.decode()
    address = world.find(host)
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
    return address


def getaddrinfo(world, host, port, family=0, type=0, proto=0, flags=0):
    if isinstance(port, bytes):
        port = port.decode()
    if isinstance(port, str) and not port.isdigit() and port not in _SERVICES:
        raise socket.gaierror(-8, "Servname not supported for ai_socktype")
    if family not in (0, socket.AF_INET):
        world.machine.refuse("socket.getaddrinfo of another family than AF_INET")
    address = look_up(world, host)
    number = int(_SERVICES.get(port, port) or 0)
    known = {socket.SOCK_STREAM: 6, socket.SOCK_DGRAM: 17, socket.SOCK_RAW: 0}
    return [
        (socket.AF_INET, kind, proto or known[kind], "", (address, number))
        for kind in ([type] if type else known)
    ]


def getservbyname(name, protocol="tcp", /):
    if name not in _SERVICES or protocol not in ("tcp", "udp"):
        raise OSError("service/proto not found")
    return _SERVICES[name]


def getservbyport(port, protocol="tcp", /):
    for name, number in _SERVICES.items():
        if number == port and protocol in ("tcp", "udp"):
            return name
    raise OSError("port/proto not found")


def checked(call, address):
    """The host and port of an address that a socket is given, or what is wrong with it."""
    if not isinstance(address, tuple):
        raise TypeError(f"{call}(): AF_INET address must be tuple, not {type(address).__name__}")
    if len(address) != 2:
        raise TypeError("AF_INET address must be a pair (host, port)")
    host, port = address
    if not isinstance(host, (str, bytes, bytearray)):
        kind = type(host).__name__
        raise TypeError(f"str, bytes or bytearray expected, not {kind}")
    port = operator.index(port)
    if not 0 <= port <= 65535:
        raise OverflowError(f"{call}(): port must be 0-65535.")
    return host, port
