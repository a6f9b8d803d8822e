import asyncio
import time

async def fetch(n):
    time.sleep(1)  # the shop answers
    print("answer", n)

async def main():
    calls = [fetch(n) for n in range(5)]
    await asyncio.gather(*calls)

asyncio.run(main())
