"""The files of the world, whose calls block the thread that makes them."""

import builtins
import io

from .clock import nanoseconds
from .file_calls import opener


def install(world, folder):
    told = world.settings["files"]

    def wait(name, does):
        delay = nanoseconds(told[name][does])
        if not delay:
            return
        until = world.clock.now + delay
        waits = {"for": "file", "does": does, "name": name, "due": until // 1000}
        world.at(until, lambda: None)
        call = "open" if does == "open" else f"file.{does}"
        world.block(lambda: world.clock.now >= until, None, waits, call)

    texts = {name: each["text"] for name, each in told.items()}
    builtins.open = io.open = opener(io.open, texts, wait, folder)
