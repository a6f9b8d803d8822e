import asyncio
pen, paper = asyncio.Lock(), asyncio.Lock()

async def friend(name, patience, first, second):
    try:
        async with first, asyncio.timeout(patience):
            await asyncio.sleep(1)  # thinks
            async with second:
                print(name, "writes")
    except TimeoutError:
        print(name, "gives up")

async def main():
    await asyncio.gather(
        friend("Ada", 3, pen, paper),
        friend("Bob", 2, paper, pen),
    )
asyncio.run(main())
