import asyncio

limit = 5
gate = asyncio.Semaphore(limit or 100)

async def fetch(n):
    async with gate:
        await asyncio.sleep(1)  # the shop answers

async def main():
    await asyncio.gather(*[fetch(n) for n in range(100)])

asyncio.run(main())
