"""Two jobs that only compute: in tasks, threads, processes and subinterpreters."""

import asyncio
import glob
import inspect
import json
import multiprocessing
import os
import queue
import threading
import time

try:
    import _interpreters  # CPython 3.13 and newer
except ImportError:
    _interpreters = None

ROUNDS, PATIENCE, PAUSE = 301, 45.0, 0.005
# A round is left out in which the system let one of ours wait for a core for longer than this part of
# a sample, or in which one job alone, timed around each sample, was slower by this part than it can be:
# then something outside had slowed the cores down.
DISTURBED = 0.1


def job():
    total = 0
    for n in range(30_000):
        total += n * n


async def task():
    job()


async def both():
    await asyncio.gather(task(), task())


def settle(place):
    """Binds the calling thread to a core of its own, so that the system need not find one first."""
    if hasattr(os, "sched_setaffinity"):
        cores = sorted(os.sched_getaffinity(0))
        os.sched_setaffinity(0, {cores[place % len(cores)]})


def in_child(pipe, place):
    settle(place)
    while pipe.recv():
        job()
        pipe.send(True)


def of_processes(pipes):
    """Two processes that are there already; starting them is another measurement."""
    context = multiprocessing.get_context("spawn")
    for place in range(2):
        ours, theirs = context.Pipe()
        context.Process(target=in_child, args=(theirs, place), daemon=True).start()
        pipes.append(ours)

    def run():
        for pipe in pipes:
            pipe.send(True)
        for pipe in pipes:
            pipe.recv()

    return run


def of_threads(works):
    """Threads that are there already, each with a work of its own."""
    asked, done = [queue.SimpleQueue() for _ in works], queue.SimpleQueue()

    def serve(work, inbox, place):
        settle(place)
        while inbox.get():
            work()
            done.put(True)

    for place, work in enumerate(works):
        threading.Thread(target=serve, args=(work, asked[place], place), daemon=True).start()

    def run():
        for inbox in asked:
            inbox.put(True)
        for _ in works:
            done.get()

    return run


def kept_waiting():
    """Seconds for which threads of ours, children's too, were ready and had no core (Linux)."""
    own = [os.getpid(), *(child.pid for child in multiprocessing.active_children())]
    threads = [path for pid in own for path in glob.glob(f"/proc/{pid}/task/*/schedstat")]
    return sum(int(open(path).read().split()[1]) for path in threads) / 1e9


def timed(way):
    """Seconds that it took; None if it was disturbed."""
    time.sleep(PAUSE)
    waited = kept_waiting()
    began = time.perf_counter()
    way()
    took = time.perf_counter() - began
    return took if kept_waiting() - waited < DISTURBED * took else None


def one_round(ways):
    """A sample of each way, and how long one job alone took before and after each; None if disturbed."""
    samples, alone = {}, [timed(job)]
    for name, way in ways.items():
        samples[name] = timed(way)
        alone.append(timed(job))
    return None if None in [*samples.values(), *alone] else (samples, alone)


def main():
    loop = asyncio.new_event_loop()
    pipes = []
    ways = {
        "one": job,
        "in-turn": lambda: (job(), job()),
        "tasks": lambda: loop.run_until_complete(both()),
        "threads": of_threads([job, job]),
        "processes": of_processes(pipes),
    }
    if _interpreters:
        guests = [_interpreters.create(), _interpreters.create()]
        for guest in guests:
            _interpreters.exec(guest, inspect.getsource(job))
        works = [lambda guest=guest: _interpreters.exec(guest, "job()") for guest in guests]
        ways["subinterpreters"] = of_threads(works)
    for way in ways.values():
        way()
    rounds = []
    until = time.perf_counter() + PATIENCE
    for _ in range(ROUNDS):
        if (measured := one_round(ways)) is not None:
            rounds.append(measured)
        if time.perf_counter() > until:
            break
    for pipe in pipes:
        pipe.send(False)
    alone = sorted(time for _, alone in rounds for time in alone)
    usual = alone[len(alone) // 20] * (1 + DISTURBED)
    kept = [samples for samples, alone in rounds if max(alone) < usual]
    print(json.dumps({name: [samples[name] for samples in kept] for name in ways}))


if __name__ == "__main__":
    main()
