import asyncio

async def fetch(what):
    await asyncio.sleep(1)  # the shop answers
    if what == "photo":
        raise ValueError("no photo")
    return 3

async def main():
    names = "price", "photo", "stock"
    jobs = [asyncio.create_task(fetch(n)) for n in names]
    await asyncio.sleep(0.5)
    jobs[2].cancel()
    await asyncio.wait(jobs)
    for job in jobs:
        print(job.done(), job.cancelled())
    print(jobs[0].result(), repr(jobs[1].exception()))

asyncio.run(main())
