import asyncio

async def fetch():
    raise ValueError("no photo")

async def main():
    asyncio.current_task().cancel()
    try:
        await asyncio.sleep(5)
    except asyncio.CancelledError:
        print("swallowed")
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fetch())
    except* ValueError:
        print("no photo")
    await asyncio.sleep(1)
asyncio.run(main())
