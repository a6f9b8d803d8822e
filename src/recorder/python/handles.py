"""`_thread._ThreadHandle`: how `threading` knows a thread and joins it."""


def handle_class(threads, blocking):
    class _ThreadHandle:
        def __init__(self):
            self._thread = None
            self._over = False

        def _set(self, thread):
            self._thread = thread
            return self

        @property
        def ident(self):
            return self._thread.ident if self._thread else 0

        def is_done(self):
            return self._over or (self._thread is not None and self._thread.done)

        def _set_done(self):
            self._over = True

        def join(self, timeout=None):
            if self._thread is None:
                raise RuntimeError("thread not started")
            if self._over:
                return
            if self._thread is threads.now:
                raise RuntimeError("Cannot join current thread")
            if timeout is not None and timeout < 0:
                timeout = 0
            blocking.join(self._thread, timeout)

    return _ThreadHandle
