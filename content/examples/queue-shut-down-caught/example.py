import asyncio

async def worker(jobs):
    try:
        while True:
            job = await jobs.get()
            await asyncio.sleep(1)  # works
            print("job", job, "is done")
    except asyncio.QueueShutDown:
        print("no more jobs")

async def main():
    jobs = asyncio.Queue()
    task = asyncio.create_task(worker(jobs))
    jobs.put_nowait(1)
    jobs.shutdown()
    await task

asyncio.run(main())
