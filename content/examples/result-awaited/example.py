import asyncio

async def fetch():
    await asyncio.sleep(1)  # the shop answers
    return "price"

async def main():
    task = asyncio.create_task(fetch())
    await asyncio.sleep(0.5)
    print(await task)

asyncio.run(main())
