import asyncio
import time

connections = asyncio.Semaphore(6)

async def request(n, came):
    async with connections:
        await asyncio.sleep(2)  # a query
    took = time.monotonic() - came
    print(f"request {n} took {took:.1f} s")

async def main():
    async with asyncio.TaskGroup() as tasks:
        for n in range(6):
            came = time.monotonic()
            tasks.create_task(request(n, came))
            await asyncio.sleep(0.5)  # until the next

asyncio.run(main())
