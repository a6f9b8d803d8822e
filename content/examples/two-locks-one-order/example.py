import asyncio

pen, paper = asyncio.Lock(), asyncio.Lock()

async def friend(name, first, second):
    async with first:
        await asyncio.sleep(1)  # thinks
        async with second:
            print(name, "writes")

async def main():
    await asyncio.gather(
        friend("Ada", pen, paper),
        friend("Bob", pen, paper),
    )

asyncio.run(main())
