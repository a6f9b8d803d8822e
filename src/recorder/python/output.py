"""What Python writes by itself: warnings, and asyncio's complaints; and all that is written, put as readers have it."""

import logging
import re
import warnings
from asyncio import base_events, tasks

from .system_errors import as_on_linux


# Where the standard library lies in this build, and where readers have it.
_LIBRARY = ("/lib/python314.zip", "/usr/lib/python3.14")
# A frame of the recorder in a traceback, with the lines that quote it; in a group's, each line has a margin.
_OWN_FRAME = re.compile(r'^([ |]*)  File "/recorder/.*\n(?:\1    .*\n)*', re.MULTILINE)
# Where a warning comes from that the interpreter gives when the program itself is over.
_OWN_PLACE = re.compile(r"/recorder/\S+\.py:\d+: ")


def as_for_readers(text):
    """What Python writes, with nothing in it that is only so while it is recorded."""
    text = _OWN_PLACE.sub("<sys>:0: ", text.replace(*_LIBRARY))
    return as_on_linux(_OWN_FRAME.sub("", text))


class Complaints:
    """Makes one `warn` step of all that one warning, or one of asyncio's messages, writes."""

    def __init__(self, machine, stderr):
        self._machine = machine
        self._stderr = stderr
        self._about = None
        self.starts = {
            base_events.BaseEventLoop.default_exception_handler.__code__: self._handler_starts,
            logging.Logger.callHandlers.__code__: self._keep,
            warnings._showwarnmsg_impl.__code__: self._keep,
        }
        self.returns = {
            logging.Logger.callHandlers.__code__: self._logged,
            warnings._showwarnmsg_impl.__code__: self._warned,
        }

    def _handler_starts(self, frame):
        context = frame.f_locals["context"]
        self._about = context.get("task") or context.get("future")

    def _keep(self, frame):
        self._stderr.kept = []

    def _warned(self, frame):
        self._tell(frame.f_locals["msg"].category.__name__)

    def _logged(self, frame):
        self._tell(frame.f_locals["record"].name)

    def _tell(self, category):
        text = as_for_readers("".join(self._stderr.kept or ()))
        about, self._about, self._stderr.kept = self._about, None, None
        if not text:
            return
        what = {"text": text, "category": category}
        lost = isinstance(about, tasks.Task) and self._machine.lanes.late(about)
        if lost:
            what["about"] = lost.number
        lane, line = self._machine.actor()
        self._machine.journal.add("warn", lane, line, **what)
