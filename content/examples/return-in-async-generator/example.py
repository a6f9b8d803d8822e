import asyncio

async def prices():
    yield 3
    await asyncio.sleep(1)  # the shop answers
    yield 4
    return "all read"

async def main():
    async for price in prices():
        print(price)

asyncio.run(main())
