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
# A sample is thrown away in which the system let one of ours wait for a core for longer than this part of it.
DISTURBED = 0.1
# So is one before or after which a job alone, on either core, took so many times as long as the quickest of all:
# something had slowed that core down, such as another guest of the same machine, and the system does not tell.
SLOWED = 1.2


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


def of_cores():
    """How long one job alone takes on the slower of two cores, each asked in its turn."""
    asked, done = [queue.SimpleQueue() for _ in range(2)], queue.SimpleQueue()

    def serve(inbox, place):
        settle(place)
        while inbox.get():
            began = time.perf_counter()
            job()
            done.put(time.perf_counter() - began)

    for place, inbox in enumerate(asked):
        threading.Thread(target=serve, args=(inbox, place), daemon=True).start()

    def probe():
        took = []
        for inbox in asked:
            inbox.put(True)
            took.append(done.get())
        return max(took)

    return probe


def kept_waiting():
    """Seconds for which threads of ours, children's too, were ready and had no core (Linux)."""
    own = [os.getpid(), *(child.pid for child in multiprocessing.active_children())]
    threads = [path for pid in own for path in glob.glob(f"/proc/{pid}/task/*/schedstat")]
    return sum(int(open(path).read().split()[1]) for path in threads) / 1e9


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
    probe = of_cores()
    samples = {name: [] for name in ways}
    until = time.perf_counter() + PATIENCE
    for _ in range(ROUNDS):
        for name, way in ways.items():
            time.sleep(PAUSE)
            before = probe()
            waited = kept_waiting()
            began = time.perf_counter()
            way()
            took = time.perf_counter() - began
            if kept_waiting() - waited < DISTURBED * took:
                samples[name].append((took, max(before, probe())))
        if time.perf_counter() > until:
            break
    for pipe in pipes:
        pipe.send(False)
    quickest = min(alone for kept in samples.values() for _, alone in kept)
    print(
        json.dumps(
            {
                name: [took for took, alone in kept if alone < SLOWED * quickest]
                for name, kept in samples.items()
            }
        )
    )


if __name__ == "__main__":
    main()
