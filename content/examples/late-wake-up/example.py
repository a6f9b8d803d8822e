import asyncio

async def fetch():
    await asyncio.sleep(0.1)  # the shop answers
    print("fetch goes on")

async def hog():
    total = 0
    for n in range(100):
        total += n
    print("hog is done")

async def main():
    await asyncio.gather(fetch(), hog())

asyncio.run(main())
