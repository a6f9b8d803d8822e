"""What a computation does to a heartbeat on the same event loop, and what each cure changes."""

import asyncio
import concurrent.futures
import hashlib
import json
import math
import multiprocessing
import time

ROUNDS, PATIENCE = 15, 50.0
BEAT = 0.005
LENGTH, EVERY = 3_000_000, 50_000
BIG = 100_000


def compute():
    total = 0
    for n in range(LENGTH):
        total += n * n
    return total


async def on_the_loop():
    compute()


async def with_breaks():
    total = 0
    for n in range(LENGTH):
        total += n * n
        if n % EVERY == 0:
            await asyncio.sleep(0)


async def in_a_thread():
    await asyncio.to_thread(compute)


def hashes():
    hashlib.pbkdf2_hmac("sha256", b"secret", b"salt", 400_000)


def factorial():
    math.factorial(BIG)


async def one(job, gaps):
    """Runs a job beside a heartbeat; keeps the longest time between two beats, and the job's own time."""
    beats = [time.perf_counter()]

    async def heartbeat():
        while True:
            await asyncio.sleep(BEAT)
            beats.append(time.perf_counter())

    heart = asyncio.create_task(heartbeat())
    await asyncio.sleep(4 * BEAT)
    began = time.perf_counter()
    await job()
    ended = time.perf_counter()
    await asyncio.sleep(4 * BEAT)
    heart.cancel()
    near = [(a, b) for a, b in zip(beats, beats[1:]) if b > began and a < ended]
    gaps.append((max(b - a for a, b in near), ended - began))


async def main():
    loop = asyncio.get_running_loop()
    context = multiprocessing.get_context("spawn")
    with concurrent.futures.ProcessPoolExecutor(1, mp_context=context) as pool:
        ways = {
            "loop": on_the_loop,
            "breaks": with_breaks,
            "thread": in_a_thread,
            "process": lambda: loop.run_in_executor(pool, compute),
            "hash-in-thread": lambda: asyncio.to_thread(hashes),
            "factorial-in-thread": lambda: asyncio.to_thread(factorial),
        }
        await ways["process"]()
        samples = {name: [] for name in ways}
        until = time.perf_counter() + PATIENCE
        for _ in range(ROUNDS):
            for name, way in ways.items():
                await one(way, samples[name])
            if time.perf_counter() > until:
                break
    series = {}
    for name, pairs in samples.items():
        series[f"{name}-gap"] = [gap for gap, _ in pairs]
        series[f"{name}-job"] = [job for _, job in pairs]
    print(json.dumps(series))


if __name__ == "__main__":
    asyncio.run(main())
