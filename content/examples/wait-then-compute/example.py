import asyncio
import time

async def report(n):
    await asyncio.sleep(1)  # the data arrives
    time.sleep(0.5)  # computes
    print("report", n, "is done")

async def main():
    reports = [report(n) for n in range(4)]
    await asyncio.gather(*reports)

asyncio.run(main())
