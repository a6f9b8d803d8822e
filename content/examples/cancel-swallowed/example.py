import asyncio

async def worker():
    for job in range(4):
        try:
            await asyncio.sleep(1)  # works
            print("job", job, "is done")
        except asyncio.CancelledError:
            continue

async def main():
    try:
        async with asyncio.timeout(1.5):
            await asyncio.create_task(worker())
        print("in time")
    except TimeoutError:
        print("too late")
asyncio.run(main())
