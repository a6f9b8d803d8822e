import asyncio

async def hog():
    total = 0
    for n in range(220):
        total += n

async def main():
    asyncio.create_task(hog(), name="hog")
    await asyncio.sleep(0.1)

asyncio.run(main())
