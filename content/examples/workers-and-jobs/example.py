import asyncio

async def worker(n, jobs):
    while True:
        seconds = await jobs.get()
        await asyncio.sleep(seconds)  # works
        jobs.task_done()

async def main():
    jobs = asyncio.Queue()
    for seconds in (3, 1, 1, 1, 2):
        jobs.put_nowait(seconds)
    team = [asyncio.create_task(worker(n, jobs))
            for n in range(2)]
    await jobs.join()
    print("all jobs are done")

asyncio.run(main())
