import asyncio

async def chef(plates):
    for dish in range(4):
        await asyncio.sleep(1)  # cooks
        await plates.put(dish)
    await plates.put(None)

async def waiter(plates):
    while (dish := await plates.get()) is not None:
        await asyncio.sleep(1)  # serves
        print("served", dish)

async def main():
    plates = asyncio.Queue()
    await asyncio.gather(chef(plates), waiter(plates))

asyncio.run(main())
