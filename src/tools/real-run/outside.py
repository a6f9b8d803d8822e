"""The world of an example in a real run: its names lead to loopback, and nowhere else.

`real-world.ts` serves the hosts there. What loopback does not have is waited here: the delays of
looking a name up and of connecting, those of files, and a connection that is refused.
"""

import asyncio
import http.client  # noqa: F401 -- its import takes time that is not the example's
import builtins
import importlib.util
import io
import json
import os
import socket
import time
import urllib.request  # noqa: F401 -- the same
from asyncio import selector_events

SAYS = 4  # the file on which `real-world.ts` hears what the program does
LOCAL = (None, "", "localhost", "127.0.0.1", "0.0.0.0")
CLOSED = 1  # a port on which nobody listens

told = json.loads(os.environ["WORLD"])
# The addresses that the recorder gives them, so that a message that names one is the same.
hosts = {f"192.0.2.{number}": host for number, host in enumerate(told["hosts"].values(), 1)}
listening = {}  # the port that the program asked for -> the one that it has
told_as = {}  # the other way round
_getaddrinfo, _connect, _bind = socket.getaddrinfo, socket.socket.connect, socket.socket.bind
_getsockname, _getpeername = socket.socket.getsockname, socket.socket.getpeername
_sock_connect = selector_events.BaseSelectorEventLoop.sock_connect


def say(*words):
    os.write(SAYS, (" ".join(map(str, words)) + "\n").encode())


def look_up(host):
    """The address of a name, after the delay of looking it up."""
    host = host.decode() if isinstance(host, (bytes, bytearray)) else host
    if host in LOCAL or host in hosts:
        return host
    known = told["hosts"].get(host)
    if known is None:
        raise SystemExit(f"`{host}` is not in `world:`, which names {', '.join(told['hosts'])}.")
    time.sleep(known["delays"]["look_up"])
    if known["fault"] == "unknown":
        raise socket.gaierror(-2, "Name or service not known")
    return next(address for address, each in hosts.items() if each is known)


def getaddrinfo(host, port, family=0, type=0, proto=0, flags=0):
    address = look_up(host)
    if address in LOCAL:
        address = address and "127.0.0.1"
    return _getaddrinfo(address, port, socket.AF_INET, type, proto, flags)


def is_whole(address):
    """Whether it is an address at all; what is wrong with another one, the real call says."""
    if not isinstance(address, tuple) or len(address) != 2:
        return False
    return isinstance(address[1], int) and 0 <= address[1] <= 65535


def without_name(address):
    """The same with nothing in it that would be looked up on a real network."""
    return ("127.0.0.1", *address[1:]) if isinstance(address, tuple) and address else address


def bind(self, address):
    if not is_whole(address):
        return _bind(self, without_name(address))
    host, port = address
    # A port that the program had before is asked for again: whether it is free, the system says.
    _bind(self, ("127.0.0.1" if host in LOCAL else host, listening.get(port, 0)))
    real = _getsockname(self)[1]
    if port:
        listening[port], told_as[real] = real, port
    say("listens", port, real)


def getsockname(self):
    host, port = _getsockname(self)
    return (host, told_as.get(port, port))


def getpeername(self):
    host, port = _getpeername(self)
    found = next((each for each in hosts.items() if each[1]["real"] == port), None)
    return (found[0], found[1]["port"]) if found else (host, told_as.get(port, port))


def leads_to(address):
    host = hosts.get(address[0])
    if host is not None:
        return ("127.0.0.1", host["real"] if address[1] == host["port"] else CLOSED)
    if address[0] not in LOCAL:
        raise SystemExit(f"{address[0]} is no address of `world:`.")
    return ("127.0.0.1", listening.get(address[1], address[1]))


def delay_of(address):
    return hosts.get(address[0], {"delays": {"connect": 0}})["delays"]["connect"]


def is_asked(address):
    """Whether the host may refuse: then it says first whether it takes the connection."""
    host = hosts.get(address[0], {"limit": None, "port": None})
    limit = host["limit"]
    return limit is not None and limit["then"] == "refuse" and address[1] == host["port"]


def connect(self, address):
    if not is_whole(address):
        return _connect(self, without_name(address))
    address = (look_up(address[0]), address[1])
    if self.gettimeout() == 0:  # asyncio's, which has waited
        return _connect(self, leads_to(address))
    delay, timeout = delay_of(address), self.gettimeout()
    if timeout is not None and timeout < delay:
        time.sleep(timeout)
        raise TimeoutError("timed out")
    time.sleep(delay)
    _connect(self, leads_to(address))
    try:
        taken = not is_asked(address) or self.recv(1) == b"+"
    except ConnectionResetError:
        taken = False
    if not taken:
        raise ConnectionRefusedError(111, "Connection refused")


def connect_ex(self, address):
    try:
        connect(self, address)
    except socket.gaierror:
        raise
    except OSError as problem:
        return 11 if problem.errno is None else problem.errno  # a timeout has none
    return 0


async def sock_connect(self, sock, address):
    await asyncio.sleep(delay_of(address))
    real = leads_to(address)
    try:
        await _sock_connect(self, sock, real)
    except ConnectionRefusedError as error:  # its words name where the program was led
        words = error.strerror.replace(str(real), str(address))
        raise ConnectionRefusedError(error.errno, words) from None
    try:
        taken = not is_asked(address) or await self.sock_recv(sock, 1) == b"+"
    except ConnectionResetError:
        taken = False
    if not taken:
        raise ConnectionRefusedError(111, f"Connect call failed {address}")


socket.getaddrinfo, socket.gethostbyname = getaddrinfo, look_up
socket.socket.connect, socket.socket.connect_ex, socket.socket.bind = connect, connect_ex, bind
socket.socket.getsockname, socket.socket.getpeername = getsockname, getpeername
selector_events.BaseSelectorEventLoop.sock_connect = sock_connect

spec = importlib.util.spec_from_file_location("file_calls", os.environ["FILE_CALLS"])
file_calls = importlib.util.module_from_spec(spec)
spec.loader.exec_module(file_calls)
texts = {name: each["text"] for name, each in told["files"].items()}
wait = lambda name, does: time.sleep(told["files"][name][does])  # noqa: E731
builtins.open = io.open = file_calls.opener(io.open, texts, wait, os.getcwd())
