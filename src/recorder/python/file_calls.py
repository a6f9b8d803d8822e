"""Files each of whose calls takes the time that is stated; what waiting is, the caller says.

The recorder waits on its virtual clock. A real run that verifies a recording uses the same file,
and sleeps. The files themselves lie in the folder where the program runs.
"""

import _pyio
import inspect
import io
import os
import types


def opener(real, texts, wait, folder):
    """An `open` for these files by their names, which leaves all others to the real one."""
    paths = {}
    for name, text in texts.items():
        paths[os.path.join(folder, name)] = name
        with real(os.path.join(folder, name), "w", encoding="utf-8", newline="") as file:
            file.write(text)

    class Timed(io.FileIO):
        """The calls of the system below a file's buffer."""

        def readinto(self, buffer):
            self._take()
            return super().readinto(buffer)

        def readall(self):
            self._take()
            return super().readall()

        def read(self, size=-1):
            if size is None or size < 0:
                return self.readall()
            self._take()
            return super().read(size)

        def write(self, data):
            wait(_name_of(self.name, paths), "write")
            return super().write(data)

        def _take(self):
            """Reading takes its time where there is something to read."""
            if self.tell() < os.fstat(self.fileno()).st_size:
                wait(_name_of(self.name, paths), "read")

    # CPython's own `open`, as it is written in Python, with another file at its bottom.
    layers = {name: getattr(io, name) for name in _pyio.__all__ if name.startswith("Buffered")}
    own = {**vars(_pyio), **layers, "FileIO": Timed, "TextIOWrapper": io.TextIOWrapper}
    written = inspect.unwrap(_pyio.open)
    timed = types.FunctionType(written.__code__, own, "open", written.__defaults__)

    def open(file, mode="r", *rest, **more):
        name = None if isinstance(file, int) else _name_of(file, paths)
        if name is None:
            return real(file, mode, *rest, **more)
        if isinstance(mode, str) and len(set(mode) & set("xrwa")) > 1:  # C's words, not Python's
            raise ValueError("must have exactly one of create/read/write/append mode")
        wait(name, "open")
        return timed(file, mode, *rest, **more)

    return open


def _name_of(file, paths):
    """By which name the world knows a file; None for one that it does not know."""
    try:
        return paths.get(os.path.abspath(os.fsdecode(file)))
    except TypeError:
        return None  # nothing that could be opened: the real one says so
