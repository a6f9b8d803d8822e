"""Generators that have no lane of their own: handing a value out, they leave who goes through them."""

import inspect

from .source import delegates, is_function

_ASYNC = inspect.CO_ASYNC_GENERATOR
_PLAIN = inspect.CO_GENERATOR


class Pauses:
    def __init__(self):
        self._paused = set()  # ids of generators that wait to be asked for their next value

    def starts(self, frame):
        self._paused.discard(id(frame.f_generator))  # of one that is gone

    def hands_out(self, frame, value, lane):
        """Whether a function is left by this yield, until it is asked again."""
        if lane.kind == "generator" or not is_function(frame.f_code):
            return False
        if not _to_caller(frame, value):
            return False
        self._paused.add(id(frame.f_generator))
        return True

    def goes_on(self, frame):
        """Whether a function is entered again that was left by a yield."""
        paused = id(frame.f_generator) in self._paused
        self._paused.discard(id(frame.f_generator))
        return paused


def _to_caller(frame, value):
    """Whether what is yielded goes to who asked for a value, and not on to the loop."""
    flags = frame.f_code.co_flags
    if flags & _ASYNC:
        return type(value).__name__ == "async_generator_wrapped_value"
    back = frame.f_back
    while flags & _PLAIN and back is not None and delegates(back):
        flags, back = back.f_code.co_flags, back.f_back
    return bool(flags & _PLAIN)
