import asyncio

async def fetch():
    await asyncio.sleep(3)  # the shop answers
    return "price"

async def main():
    async with asyncio.timeout(1):
        print(await fetch())

asyncio.run(main())
