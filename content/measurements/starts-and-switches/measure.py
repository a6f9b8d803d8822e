"""What it costs to start one, and to go from one to the other: tasks, threads, processes."""

import asyncio
import json
import multiprocessing
import threading
import time

try:
    import _interpreters  # CPython 3.13 and newer
except ImportError:
    _interpreters = None

ROUNDS, SLOW_ROUNDS, PAUSE = 101, 11, 0.005
# Few enough that a sample is over before the system gives the core to somebody else.
LOTS, MANY, SOME = 4000, 400, 20


def nothing():
    pass


async def nothing_async():
    pass


async def awaits():
    for _ in range(LOTS):
        await nothing_async()


async def starts():
    for _ in range(MANY // SOME):
        await asyncio.gather(*[asyncio.create_task(nothing_async()) for _ in range(SOME)])


async def yields(times):
    for _ in range(times):
        await asyncio.sleep(0)


async def switches():
    await asyncio.gather(yields(MANY // 2), yields(MANY // 2))


def calls():
    for _ in range(LOTS):
        nothing()


def start_threads():
    for _ in range(SOME):
        thread = threading.Thread(target=nothing)
        thread.start()
        thread.join()


def hand_over():
    """Two threads, each waking the other and then waiting to be woken."""
    mine, yours = threading.Lock(), threading.Lock()
    mine.acquire()
    yours.acquire()

    def answer():
        for _ in range(SOME // 2):
            mine.acquire()
            yours.release()

    thread = threading.Thread(target=answer)
    thread.start()
    began = time.perf_counter()
    for _ in range(SOME // 2):
        mine.release()
        yours.acquire()
    took = time.perf_counter() - began
    thread.join()
    return took / SOME


def process(method):
    context = multiprocessing.get_context(method)

    def run():
        child = context.Process(target=nothing)
        child.start()
        child.join()

    return run


def subinterpreter():
    guest = _interpreters.create()
    _interpreters.exec(guest, "pass")
    _interpreters.destroy(guest)


def timed(run, count):
    def sample():
        began = time.perf_counter()
        run()
        return (time.perf_counter() - began) / count

    return sample


def timed_inside(loop, body, count):
    """Without what it costs to enter and leave the loop."""

    async def clocked():
        began = time.perf_counter()
        await body()
        return (time.perf_counter() - began) / count

    return lambda: loop.run_until_complete(clocked())


def main():
    loop = asyncio.new_event_loop()
    ways = {
        "call": timed(calls, LOTS),
        "await": timed_inside(loop, awaits, LOTS),
        "start-task": timed_inside(loop, starts, MANY),
        "start-thread": timed(start_threads, SOME),
        "start-process-fork": timed(process("fork"), 1),
        "switch-task": timed_inside(loop, switches, MANY),
        "switch-thread": hand_over,
    }
    slow = {"start-process-spawn": timed(process("spawn"), 1)}
    if _interpreters:
        slow["start-subinterpreter"] = timed(subinterpreter, 1)
    samples = {name: [] for name in [*ways, *slow]}
    for turn in range(ROUNDS):
        for name, way in (ways | slow if turn < SLOW_ROUNDS else ways).items():
            time.sleep(PAUSE)
            samples[name].append(way())
    print(json.dumps(samples))


if __name__ == "__main__":
    main()
