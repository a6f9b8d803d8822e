"""The program's standard streams: what it writes becomes steps, and there is nothing to read."""

import codecs
import io
import os
import sys

from .output import as_for_readers

_NUMBERS = {"stdout": 1, "stderr": 2}


class Stream(io.TextIOBase):
    """stdout or stderr: all that one call of the program writes is one `print` step."""

    encoding = "utf-8"
    errors = "strict"
    mode = "w"

    def __init__(self, name, machine):
        self.name = f"<{name}>"
        self._stream = name
        self._machine = machine
        self.buffer = Bytes(self)
        self.kept = None  # what is written while a warning is being told, which is one step

    def writable(self):
        return True

    def fileno(self):
        return _NUMBERS[self._stream]

    def reconfigure(self, **_):
        """How a stream is buffered shows nowhere here."""

    def write(self, text):
        if not isinstance(text, str):
            raise TypeError(f"write() argument must be str, not {type(text).__name__}")
        if not text:
            return 0
        if self.kept is not None:
            self.kept.append(text)
            return len(text)
        told, machine = as_for_readers(text), self._machine
        lane, line = machine.lane().number, machine.line()
        if not machine.journal.prints_on(lane, line, self._stream, told):
            machine.journal.add("print", lane, line, text=told, stream=self._stream)
        return len(text)


class Bytes(io.BufferedIOBase):
    """What is below a stream: `sys.stdout.buffer`."""

    def __init__(self, stream):
        self.raw = self
        self._stream = stream
        self._decoder = codecs.getincrementaldecoder("utf-8")("backslashreplace")

    def writable(self):
        return True

    def fileno(self):
        return self._stream.fileno()

    def write(self, data):
        data = bytes(data)
        self._stream.write(self._decoder.decode(data))
        return len(data)


class Nothing(io.TextIOWrapper):
    """stdin, at whose end the program begins."""

    name, mode = "<stdin>", "r"

    def fileno(self):
        return 0


def put(machine):
    """Give the program its streams; answers with stderr, and what puts the old ones back."""
    names = ("stdin", "stdout", "stderr", "__stdin__", "__stdout__", "__stderr__")
    before = {name: getattr(sys, name) for name in names}
    out, err = Stream("stdout", machine), Stream("stderr", machine)
    nothing = Nothing(io.BytesIO(), encoding="utf-8")
    for name, stream in zip(names, (nothing, out, err) * 2):
        setattr(sys, name, stream)
    write = os.write

    def write_bytes(fd, data, /):
        if fd in _NUMBERS.values():
            return (out if fd == 1 else err).buffer.write(data)
        return write(fd, data)

    read = os.read

    def read_bytes(fd, length, /):
        return b"" if fd == 0 else read(fd, length)

    os.write, os.read = write_bytes, read_bytes
    return err, lambda: [setattr(sys, name, stream) for name, stream in before.items()]
