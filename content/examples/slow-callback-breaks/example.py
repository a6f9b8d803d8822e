import asyncio

async def fetch():
    await asyncio.sleep(0.1)  # the shop answers
    print("fetch goes on")

async def hog():
    total = 0
    for n in range(200):
        total += n
        if n % 10 == 0:
            await asyncio.sleep(0)

async def main():
    async with asyncio.TaskGroup() as group:
        group.create_task(fetch())
        group.create_task(hog(), name="hog")

asyncio.run(main())
