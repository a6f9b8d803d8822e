import asyncio

door = asyncio.Barrier(3)

async def friend(name, way):
    await asyncio.sleep(way)
    print(name, "is there")
    await door.wait()
    print(name, "goes in")

async def main():
    await asyncio.gather(
        friend("Ada", 1), friend("Bob", 3), friend("Cy", 2)
    )

asyncio.run(main())
