import asyncio

async def main():
    me = asyncio.current_task()
    asyncio.get_running_loop().call_later(1, me.cancel)
    try:
        await asyncio.sleep(5)
    except asyncio.CancelledError:
        print("swallowed")
    try:
        async with asyncio.TaskGroup():
            await asyncio.sleep(1)
            raise ValueError("no photo")
    except* ValueError:
        print("no photo")
    await asyncio.sleep(5)

asyncio.run(main())
