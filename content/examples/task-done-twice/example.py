import asyncio

async def worker(jobs):
    while True:
        try:
            job = await jobs.get()
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
