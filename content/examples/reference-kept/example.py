import asyncio
import gc

tasks = set()

async def backup():
    print("backup begins")
    await asyncio.get_running_loop().create_future()
    print("backup is done")

async def main():
    task = asyncio.create_task(backup())
    tasks.add(task)
    task.add_done_callback(tasks.discard)
    await asyncio.sleep(1)
    gc.collect()  # Python does this at times by itself
    await asyncio.sleep(1)
    print("main is done")

asyncio.run(main())
