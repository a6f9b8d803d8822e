"""Five calls that each wait: in a row, awaited, as tasks, as tasks that block, in threads."""

import asyncio
import json
import threading
import time

ROUNDS = 7
CALLS, WAIT = 5, 0.2


def fetch():
    time.sleep(WAIT)


async def fetch_async():
    await asyncio.sleep(WAIT)


async def fetch_blocking():
    time.sleep(WAIT)


def plain():
    for _ in range(CALLS):
        fetch()


async def awaited():
    for _ in range(CALLS):
        await fetch_async()


async def tasks():
    await asyncio.gather(*[fetch_async() for _ in range(CALLS)])


async def blocking():
    await asyncio.gather(*[fetch_blocking() for _ in range(CALLS)])


async def to_thread():
    await asyncio.gather(*[asyncio.to_thread(fetch) for _ in range(CALLS)])


def threads():
    started = [threading.Thread(target=fetch) for _ in range(CALLS)]
    for thread in started:
        thread.start()
    for thread in started:
        thread.join()


def main():
    ways = {
        "one": fetch,
        "plain": plain,
        "awaited": lambda: asyncio.run(awaited()),
        "tasks": lambda: asyncio.run(tasks()),
        "blocking": lambda: asyncio.run(blocking()),
        "threads": threads,
        "to-thread": lambda: asyncio.run(to_thread()),
    }
    samples = {name: [] for name in ways}
    for _ in range(ROUNDS):
        for name, way in ways.items():
            began = time.perf_counter()
            way()
            samples[name].append(time.perf_counter() - began)
    print(json.dumps(samples))


if __name__ == "__main__":
    main()
