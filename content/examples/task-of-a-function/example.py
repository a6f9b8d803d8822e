import asyncio

async def fetch():
    await asyncio.sleep(1)  # the shop answers

async def main():
    task = asyncio.create_task(fetch)
    await task

asyncio.run(main())
