import asyncio

async def hog():
    total = 0
    for n in range(220):
        total += n
        if n % 10 == 0:
            await asyncio.sleep(0)

async def main():
    task = asyncio.create_task(hog(), name="hog")
    await asyncio.sleep(0.1)
    print("main goes on")
    await task

asyncio.run(main())
