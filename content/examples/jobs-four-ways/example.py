import asyncio
import time
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor

jobs = 4
wait = 1  # seconds until the data is there
work = 0  # steps to compute with it

def compute():
    for _ in range(work):
        pass

def job(n):
    time.sleep(wait)
    compute()

async def task(n):
    await asyncio.sleep(wait)
    compute()

def in_turn():
    for n in range(jobs):
        job(n)

def threads():
    with ThreadPoolExecutor(jobs) as pool:
        for n in range(jobs):
            pool.submit(job, n)

def processes():
    with ProcessPoolExecutor(2) as pool:
        for n in range(jobs):
            pool.submit(job, n)

def tasks():
    async def main():
        await asyncio.gather(*[task(n) for n in range(jobs)])
    asyncio.run(main())

if __name__ == "__main__":
    in_turn()
