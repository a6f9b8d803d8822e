import asyncio

async def worker(jobs):
    while True:
        job = await jobs.get()
        await asyncio.sleep(1)  # works
        print("job", job, "is done")

async def main():
    jobs = asyncio.Queue()
    task = asyncio.create_task(worker(jobs))
    jobs.put_nowait(1)
    jobs.shutdown()
    await task

asyncio.run(main())
