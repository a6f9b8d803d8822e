import asyncio

async def worker(jobs):
    while True:
        seconds = await jobs.get()
        await asyncio.sleep(seconds)  # works
        print("did", seconds)
        jobs.task_done()

async def main():
    jobs = asyncio.Queue()
    task = asyncio.create_task(worker(jobs))
    for seconds in (1, 1, 9):
        jobs.put_nowait(seconds)
    try:
        async with asyncio.timeout(4): await jobs.join()
    except TimeoutError:
        print("given up")
    task.cancel()
    await asyncio.wait([task])

asyncio.run(main())
