"""The ends of pipes between processes: what `multiprocessing.connection` reads, writes and waits for."""

import errno
import os

from pyodide.ffi import to_js

from .thread_waits import library_frames


def install(machine, processes):
    from multiprocessing import connection

    port = processes.port

    def read(end, size):
        while (found := port.read(end, size)) is None:
            processes.wait([end], *machine.process_waits.of([end]))
        return found.to_bytes()

    def write(end, data):
        data = bytes(data)
        while (written := port.write(end, to_js(data))) == 0:
            processes.wait([end], *machine.process_waits.of([end], "space"))
        if written < 0:
            raise BrokenPipeError(errno.EPIPE, os.strerror(errno.EPIPE))
        return written

    def close(self):
        port.close(self._handle)

    def pipe(duplex=True):
        reading, writing = port.pipe(duplex)
        return (
            connection.Connection(reading, writable=duplex),
            connection.Connection(writing, readable=duplex),
        )

    def wait(object_list, timeout=None):
        things = list(object_list)
        ends = [end_of(each) for each in things]
        until = processes.until(None if timeout is None else max(timeout, 0))
        while True:
            ready = [each for each, end in zip(things, ends) if port.readable(end)]
            if ready or (timeout is not None and timeout <= 0):
                return ready
            if not processes.wait(ends, *machine.process_waits.of(ends), until):
                return [each for each, end in zip(things, ends) if port.readable(end)]

    # Both are defaults of the methods that use them.
    connection.Connection._read, connection.Connection._write = read, write
    connection.Connection._recv.__defaults__ = (read,)
    connection.Connection._send.__defaults__ = (write,)
    connection.Connection._close = close
    pipe.__name__ = pipe.__qualname__ = "Pipe"
    connection.Pipe, connection.wait = pipe, wait


def end_of(thing):
    """The end of a pipe that stands for a connection, or for the end of a process."""
    return thing if isinstance(thing, int) else thing.fileno()


def wait_for_end(processes, popen):
    """Block until a process that was started is over."""
    while processes.port.code_of(popen.pid) is None:
        told = processes.machine.process_waits.of([popen.sentinel])
        processes.wait([popen.sentinel], *told)
