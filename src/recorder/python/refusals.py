"""What a program may not ask for here, and is told so with its line."""

import socket
import subprocess
import threading

_REFUSED = (
    (socket.socket, "__init__", "socket.socket"),
    (subprocess.Popen, "__init__", "subprocess.Popen"),
    (threading.Thread, "start", "threading.Thread.start"),
)


def install(machine):
    for owner, method, name in _REFUSED:
        setattr(owner, method, lambda self, *_, name=name, **__: machine.refuse(name))
