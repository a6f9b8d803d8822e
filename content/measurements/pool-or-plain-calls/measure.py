"""From what length on calls that compute are done sooner by a pool of two processes than one by one."""

import json
import multiprocessing
import os
import time
from concurrent.futures import ProcessPoolExecutor
from contextlib import suppress

ROUNDS, PAUSE = 15, 0.05
CALLS, CHUNK, WORKERS = 40, 10, 2
# Seconds that one call computes.
LENGTHS = {"10us": 1e-5, "100us": 1e-4, "1ms": 1e-3, "10ms": 1e-2}
METHODS = ("fork", "forkserver", "spawn")
NUMBERS = list(range(200_000))


def nothing(_):
    pass


def compute(times):
    total = 0
    for n in range(times):
        total += n * n
    return total


def ahead_of_others(priority):
    """Has a core when it wants one, on a busy machine too (Linux, if permitted). What feeds the pool goes before its workers."""
    if hasattr(os, "SCHED_RR"):
        with suppress(PermissionError):
            os.sched_setscheduler(0, os.SCHED_RR, os.sched_param(priority))


def timed(run):
    began = time.perf_counter()
    run()
    return time.perf_counter() - began


def times_for(length):
    """How often the loop goes round in `length` seconds, on a core of its own."""
    times = 20_000
    return round(length / min(timed(lambda: compute(times)) for _ in range(50)) * times)


def plainly(jobs):
    return lambda: [compute(job) for job in jobs]


def by_pool(pool, jobs, chunk):
    return lambda: list(pool.map(compute, jobs, chunksize=chunk))


def whole_pool(method):
    """A pool that is opened, makes two calls and is closed."""
    context = multiprocessing.get_context(method)

    def run():
        with ProcessPoolExecutor(WORKERS, mp_context=context) as pool:
            list(pool.map(nothing, range(WORKERS)))

    return run


def main():
    ahead_of_others(2)
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(WORKERS, context, initializer=ahead_of_others, initargs=(1,)) as pool:
        ways = {}
        for name, length in LENGTHS.items():
            jobs = [times_for(length)] * CALLS
            ways[f"plain-{name}"] = plainly(jobs)
            ways[f"pool-{name}"] = by_pool(pool, jobs, 1)
            ways[f"chunks-{name}"] = by_pool(pool, jobs, CHUNK)
        ways["empty-call"] = lambda: pool.submit(nothing, None).result()
        ways["sum-here"] = lambda: sum(NUMBERS)
        ways["sum-there"] = lambda: pool.submit(sum, NUMBERS).result()
        for method in METHODS:
            if method in multiprocessing.get_all_start_methods():
                ways[f"open-{method}"] = whole_pool(method)
        for way in ways.values():
            way()  # The pool's workers, and the server of forkserver, are started here.
        samples = {name: [] for name in ways}
        for _ in range(ROUNDS):
            for name, way in ways.items():
                time.sleep(PAUSE)
                samples[name].append(timed(way))
    print(json.dumps(samples))


if __name__ == "__main__":
    main()
