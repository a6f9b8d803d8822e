import asyncio

async def handle(n):
    await asyncio.sleep(1)  # a request is answered
    print("answered", n)

async def accept(group, stop):
    for n in range(9):
        if stop.is_set(): return
        group.create_task(handle(n))
        await asyncio.sleep(0.4)

async def main():
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    loop.call_later(1, stop.set)  # SIGTERM comes
    async with asyncio.TaskGroup() as group:
        await accept(group, stop)
    print("close the pool")

asyncio.run(main())
