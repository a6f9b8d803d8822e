import asyncio
import time

async def report():
    time.sleep(5)  # a library that blocks
    print("report is written")

async def fetch():
    print("fetch begins")
    await asyncio.sleep(2)  # the shop answers
    print("fetch is done")

async def main():
    await asyncio.gather(report(), fetch())

asyncio.run(main())
