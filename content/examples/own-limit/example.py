import asyncio

shop = asyncio.Semaphore(2)  # serves two at once
gate = asyncio.Semaphore(2)

async def fetch(n):
    async with gate, asyncio.timeout(1.5):
        async with shop:
            await asyncio.sleep(1)
    print("answer", n)

async def main():
    calls = [fetch(n) for n in range(6)]
    await asyncio.gather(*calls, return_exceptions=True)

asyncio.run(main())
