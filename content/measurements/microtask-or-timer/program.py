import asyncio
import time

async def chain():
    started = time.perf_counter()
    while time.perf_counter() - started < 0.05:
        await asyncio.sleep(0)
    print("the chain ends")

async def timer():
    await asyncio.sleep(0.01)
    print("the timer runs")

async def main():
    await asyncio.gather(chain(), timer())

asyncio.run(main())
