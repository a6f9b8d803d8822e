import asyncio
import time

async def worker(n):
    for job in range(5):
        time.sleep(0.1)  # computes
        await asyncio.sleep(0)

async def nap():
    await asyncio.sleep(0.2)
    print("awake again")

async def main():
    jobs = [worker(n) for n in range(5)]
    await asyncio.gather(nap(), *jobs)

asyncio.run(main())
