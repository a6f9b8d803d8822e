import asyncio

async def worker():
    me = asyncio.current_task()
    try:
        await asyncio.sleep(5)  # works
    except asyncio.CancelledError:
        me.uncancel()
    print("requests left:", me.cancelling())
    await asyncio.sleep(1)  # works on

async def main():
    task = asyncio.create_task(worker())
    await asyncio.sleep(1)
    task.cancel()
    await task

asyncio.run(main())
