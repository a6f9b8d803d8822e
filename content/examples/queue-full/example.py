import asyncio

async def worker(jobs):
    for _ in range(4):
        print("does", await jobs.get())
        await asyncio.sleep(1)

async def main():
    jobs = asyncio.Queue(maxsize=2)
    working = asyncio.create_task(worker(jobs))
    for n in range(4):
        jobs.put_nowait(n)
        print("handed over", n)
    await working

asyncio.run(main())
