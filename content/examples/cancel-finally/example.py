import asyncio

async def worker():
    try:
        await asyncio.sleep(5)  # works
    finally:
        await asyncio.sleep(0.5)  # tidies
        print("worker has tidied up")

async def main():
    task = asyncio.create_task(worker())
    await asyncio.sleep(1)
    task.cancel()
    print("cancel() has returned")
    await asyncio.wait([task])
    print("cancelled:", task.cancelled())

asyncio.run(main())
