import asyncio

async def worker(jobs):
    while True:
        job = await jobs.get()
        try:
            await asyncio.sleep(1)
            print(job, "is ready")
        finally:
            jobs.task_done()

async def main():
    jobs = asyncio.Queue()
    jobs.put_nowait("tea")
    working = asyncio.create_task(worker(jobs))
    await jobs.join()
    working.cancel()
    await asyncio.wait([working])

asyncio.run(main())
