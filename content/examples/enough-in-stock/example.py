import asyncio
shop, shelf = asyncio.Condition(), []

async def buyer(wants):
    async with shop:
        await shop.wait_for(lambda: len(shelf) >= wants)
        print("bought", [shelf.pop() for _ in range(wants)])

async def baker():
    for loaf in range(3):
        await asyncio.sleep(1)  # bakes
        async with shop:
            shelf.append(loaf)
            shop.notify_all()

async def main():
    await asyncio.gather(buyer(2), buyer(1), baker())
asyncio.run(main())
