import asyncio

async def worker(jobs):
    try:
        while True:
            job = await jobs.get()
            await asyncio.sleep(1)  # works
            print("job", job, "is done")
    except asyncio.QueueShutDown:
        pass

async def main():
    jobs = asyncio.Queue(maxsize=2)
    async with asyncio.TaskGroup() as team:
        for _ in range(2): team.create_task(worker(jobs))
        for job in range(5): await jobs.put(job)
        jobs.shutdown()

asyncio.run(main())
