"""What can be set on a socket of the world, and the flags of its calls, with Linux's numbers."""

import struct
import _socket

# Linux's numbers of what WebAssembly's socket does not have.
_CONSTANTS = {
    **{"AI_PASSIVE": 1, "IPPROTO_TCP": 6, "IPPROTO_UDP": 17, "IPPROTO_IPV6": 41, "TCP_NODELAY": 1},
    **{"SOL_SOCKET": 1, "SO_REUSEADDR": 2, "SO_ERROR": 4, "SO_BROADCAST": 6, "SO_KEEPALIVE": 9},
    **{"SO_LINGER": 13, "SO_RCVBUF": 8, "SO_SNDBUF": 7, "SOMAXCONN": 4096, "IPV6_V6ONLY": 26},
    **{"SHUT_RD": 0, "SHUT_WR": 1, "SHUT_RDWR": 2, "SO_TYPE": 3, "SO_REUSEPORT": 15},
    **{"MSG_PEEK": 2, "MSG_DONTWAIT": 64, "MSG_WAITALL": 256, "MSG_NOSIGNAL": 16384},
    **{"SO_RCVTIMEO": 20, "SO_SNDTIMEO": 21, "TCP_KEEPIDLE": 4, "TCP_KEEPINTVL": 5},
    **{"TCP_KEEPCNT": 6, "AF_INET6": 10, "SOCK_DGRAM": 2, "SOCK_RAW": 3},
}
# Set and read back; nothing that they do is modelled, or would show here.
_KEPT = "SO_REUSEADDR SO_BROADCAST SO_KEEPALIVE".split()
_KEPT_OF_TCP = "TCP_NODELAY TCP_KEEPIDLE TCP_KEEPINTVL TCP_KEEPCNT".split()
_SET_ONLY = "SO_RCVBUF SO_SNDBUF".split()


def install():
    for name, number in _CONSTANTS.items():
        if not hasattr(_socket, name):
            setattr(_socket, name, number)


def _known(names, level):
    return {(level, getattr(_socket, name)) for name in names}


def _kept():
    return _known(_KEPT, _socket.SOL_SOCKET) | _known(_KEPT_OF_TCP, _socket.IPPROTO_TCP)


def read(machine, end, level, option, size):
    """What `getsockopt` answers, of what has an answer here."""
    if (level, option) == (_socket.SOL_SOCKET, _socket.SO_TYPE):
        return int(_socket.SOCK_STREAM)
    if size or (level, option) not in _kept():
        machine.refuse("socket.getsockopt of another option")
    return end.options.get((level, option), 0)


def write(machine, end, level, option, value):
    if (level, option) == (_socket.SOL_SOCKET, _socket.SO_LINGER):
        on, seconds = struct.unpack("ii", value)
        end.lingers = not on or seconds > 0
    elif (level, option) in _kept():
        end.options[level, option] = int(bool(value)) if level == _socket.SOL_SOCKET else value
    elif (level, option) not in _known(_SET_ONLY, _socket.SOL_SOCKET):
        machine.refuse("socket.setsockopt of another option")


def check_flags(machine, call, flags):
    known = _socket.MSG_DONTWAIT | _socket.MSG_NOSIGNAL
    known |= _socket.MSG_PEEK | _socket.MSG_WAITALL if call == "recv" else 0
    if flags & ~known:
        machine.refuse(f"socket.{call} with other flags")
