import asyncio

async def sleeper(name, *naps):
    for nap in naps:
        await asyncio.sleep(nap)
        print(name, "wakes")

async def main():
    await asyncio.gather(
        sleeper("a", 1, 1),
        sleeper("b", 2),
        sleeper("c", 0.5, 0.5),
    )

asyncio.run(main())
