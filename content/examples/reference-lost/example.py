import asyncio
import gc

async def backup():
    print("backup begins")
    await asyncio.get_running_loop().create_future()
    print("backup is done")

async def main():
    asyncio.create_task(backup())
    await asyncio.sleep(1)
    gc.collect()  # Python does this at times by itself
    await asyncio.sleep(1)
    print("main is done")

asyncio.run(main())
