import asyncio

async def worker(jobs):
    while True:
        job = await jobs.get()
        await asyncio.sleep(1)  # works
        if job == 1:
            raise ValueError("no such order")
        jobs.task_done()

async def main():
    jobs = asyncio.Queue()
    for job in range(3):
        jobs.put_nowait(job)
    task = asyncio.create_task(worker(jobs))
    await jobs.join()
    print("all jobs are done")

asyncio.run(main())
