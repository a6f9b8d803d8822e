"""How deep a program may call: what watches it stands on its stack, too, and takes no room from it."""

import sys

# What is below the program's first frame, and above its last one while a step is told.
_OWN = 8


def install():
    limit, put = sys.getrecursionlimit, sys.setrecursionlimit

    def getrecursionlimit():
        return limit() - _OWN

    def setrecursionlimit(limit, /):
        if limit < 1:
            raise ValueError("recursion limit must be greater or equal than 1")
        put(limit + _OWN)

    sys.getrecursionlimit, sys.setrecursionlimit = getrecursionlimit, setrecursionlimit
    setrecursionlimit(1000)
