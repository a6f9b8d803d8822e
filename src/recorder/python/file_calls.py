"""Files each of whose calls takes the time that is stated; what waiting is, the caller says.

The recorder waits on its virtual clock. A real run that verifies a recording uses the same file,
and sleeps.
"""

import io
import os


def opener(real, texts, wait):
    """An `open` for these files by their names, which leaves all others to the real one."""
    kept = {name: bytearray(text.encode()) for name, text in texts.items()}

    def open(file, mode="r", buffering=-1, encoding=None, errors=None, newline=None, *rest, **more):
        name = file if isinstance(file, int) else os.path.normpath(os.fspath(file))
        if name not in kept:
            return real(file, mode, buffering, encoding, errors, newline, *rest, **more)
        if "+" in mode or buffering == 0:
            raise io.UnsupportedOperation("a file of `world:` is read or written, with a buffer")
        wait(name, "open")
        raw = Raw(name, kept[name], mode, wait)
        buffer = (io.BufferedReader if raw.readable() else io.BufferedWriter)(raw)
        if "b" in mode:
            return buffer
        text = io.TextIOWrapper(buffer, encoding or "utf-8", errors, newline)
        text.mode = mode
        return text

    return open


class Raw(io.RawIOBase):
    """The calls of the system below a file's buffer."""

    def __init__(self, name, data, mode, wait):
        self.name, self.mode = name, mode
        self._data, self._wait = data, wait
        self._reads = "r" in mode
        if "w" in mode:
            data.clear()
        self._place = len(data) if "a" in mode else 0

    def readable(self):
        return self._reads

    def writable(self):
        return not self._reads

    def readinto(self, buffer):
        data = self._take(len(buffer))
        buffer[: len(data)] = data
        return len(data)

    def readall(self):
        return self._take(len(self._data))

    def write(self, data):
        self._wait(self.name, "write")
        data = bytes(data)
        self._data[self._place : self._place + len(data)] = data
        self._place += len(data)
        return len(data)

    def _take(self, size):
        if self._place < len(self._data):
            self._wait(self.name, "read")
        data = bytes(self._data[self._place : self._place + size])
        self._place += len(data)
        return data
