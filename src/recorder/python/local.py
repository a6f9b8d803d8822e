"""`threading.local` for threads that the machine schedules: a dictionary for each thread."""


def local_class(threads):
    class _local:
        __slots__ = ("_local__made", "_local__spaces", "__dict__", "__weakref__")

        def __new__(cls, /, *args, **kwargs):
            if (args or kwargs) and cls.__init__ is object.__init__:
                raise TypeError("Initialization arguments are not supported")
            self = object.__new__(cls)
            object.__setattr__(self, "_local__made", (args, kwargs))
            spaces = {threads.now.ident: object.__getattribute__(self, "__dict__")}
            object.__setattr__(self, "_local__spaces", spaces)
            return self

        def __getattribute__(self, name):
            _turn(self)
            return object.__getattribute__(self, name)

        def __setattr__(self, name, value):
            if name == "__dict__":
                kind = type(self).__name__
                raise AttributeError(f"{kind!r} object attribute '__dict__' is read-only")
            _turn(self)
            object.__setattr__(self, name, value)

        def __reduce_ex__(self, protocol):
            raise TypeError("cannot pickle '_thread._local' object")

        def __delattr__(self, name):
            if name == "__dict__":
                kind = type(self).__name__
                raise AttributeError(f"{kind!r} object attribute '__dict__' is read-only")
            _turn(self)
            object.__delattr__(self, name)

    def _turn(self):
        """Give the object the dictionary of the thread that runs, which is made at its first use."""
        spaces = object.__getattribute__(self, "_local__spaces")
        ident = threads.now.ident
        if ident in spaces:
            object.__setattr__(self, "__dict__", spaces[ident])
            return
        spaces[ident] = {}
        object.__setattr__(self, "__dict__", spaces[ident])
        args, kwargs = object.__getattribute__(self, "_local__made")
        type(self).__init__(self, *args, **kwargs)

    _local.__module__ = "_thread"
    return _local
