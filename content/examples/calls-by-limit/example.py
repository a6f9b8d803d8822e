import asyncio

calls = 20
limit = 5

async def fetch(gate):
    async with gate:
        await asyncio.sleep(0.2)  # the shop answers

async def main():
    gate = asyncio.Semaphore(limit or calls)
    await asyncio.gather(*[fetch(gate) for _ in range(calls)])

asyncio.run(main())
