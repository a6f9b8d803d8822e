import asyncio

gate = asyncio.Semaphore(2)

async def fetch(n):
    async with gate:
        await asyncio.sleep(1)  # the shop answers
        print("answer", n)

async def main():
    await asyncio.gather(*[fetch(n) for n in range(6)])

asyncio.run(main())
