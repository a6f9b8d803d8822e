"""Errors of the system as Linux numbers and words them; this build of Python has numbers of its own."""

import errno
import os
import re

# Those that a call about a file or a connection may give: its number on Linux, and its text there.
LINUX = {
    "EPERM": (1, "Operation not permitted"),
    "ENOENT": (2, "No such file or directory"),
    "EIO": (5, "Input/output error"),
    "EBADF": (9, "Bad file descriptor"),
    "EAGAIN": (11, "Resource temporarily unavailable"),
    "EACCES": (13, "Permission denied"),
    "EBUSY": (16, "Device or resource busy"),
    "EEXIST": (17, "File exists"),
    "EXDEV": (18, "Invalid cross-device link"),
    "ENOTDIR": (20, "Not a directory"),
    "EISDIR": (21, "Is a directory"),
    "EINVAL": (22, "Invalid argument"),
    "ENOTTY": (25, "Inappropriate ioctl for device"),
    "EMFILE": (24, "Too many open files"),
    "ESPIPE": (29, "Illegal seek"),
    "EROFS": (30, "Read-only file system"),
    "EPIPE": (32, "Broken pipe"),
    "ENAMETOOLONG": (36, "File name too long"),
    "ENOTEMPTY": (39, "Directory not empty"),
    "ELOOP": (40, "Too many levels of symbolic links"),
    "EADDRINUSE": (98, "Address already in use"),
    "EADDRNOTAVAIL": (99, "Cannot assign requested address"),
    "ECONNRESET": (104, "Connection reset by peer"),
    "EISCONN": (106, "Transport endpoint is already connected"),
    "ENOTCONN": (107, "Transport endpoint is not connected"),
    "ECONNREFUSED": (111, "Connection refused"),
    "EALREADY": (114, "Operation already in progress"),
    "EINPROGRESS": (115, "Operation now in progress"),
}
_HERE = {getattr(errno, name): on_linux for name, on_linux in LINUX.items()}
# As `str` and as `repr` show an error: a number counts only together with its text.
_SHOWN = re.compile(
    r"(\[Errno |Error\()(%s)(\] |, ['\"])(%s)"
    % ("|".join(map(str, _HERE)), "|".join(re.escape(os.strerror(number)) for number in _HERE))
)


class Errno(int):
    """An error's number: to Python that of this machine, to a reader that of Linux."""

    def __new__(cls, name):
        self = super().__new__(cls, getattr(errno, name))
        self.shown = LINUX[name][0]
        return self

    def __eq__(self, other):
        return int.__eq__(self, other) or self.shown == other

    __hash__ = int.__hash__

    def __str__(self):
        return str(self.shown)

    __repr__ = __str__

    def __format__(self, how):
        return format(self.shown, how)


def number_as_on_linux(exc):
    """Give an error that comes to the program the number that it has on Linux."""
    name = errno.errorcode.get(exc.errno) if type(exc.errno) is int else None
    if name in LINUX and exc.strerror == os.strerror(exc.errno):
        exc.errno = Errno(name)


def as_on_linux(text):
    """What Python writes about such errors, with the numbers that they have on Linux."""
    return _SHOWN.sub(_told, text)


def _told(found):
    before, number, between, words = found.groups()
    if words != os.strerror(int(number)):
        return found[0]
    number, words = _HERE[int(number)]
    return f"{before}{number}{between}{words}"
