import asyncio

async def worker():
    try:
        print("worker begins")
        await asyncio.sleep(1)
    finally:
        print("worker has tidied up")

async def main():
    task = asyncio.create_task(worker())
    task.cancel()
    await asyncio.wait([task])
    print("cancelled:", task.cancelled())

asyncio.run(main())
