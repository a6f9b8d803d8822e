"""Puts the world that an example states in the place of what an interpreter finds outside."""

from . import files, net_waits, signals, sockets
from .world import World


def begin(machine, settings, folder):
    world = machine.world = World(machine, settings)
    sockets.install(world)
    files.install(world, folder)
    signals.install(world)
    net_waits.install(machine)
