import asyncio

async def chef(counter):
    for dish in range(5):
        await counter.put(dish)
        print("cooked", dish)

async def waiter(counter):
    for dish in range(5):
        await counter.get()
        await asyncio.sleep(1)  # serves

async def main():
    counter = asyncio.Queue(maxsize=2)
    await asyncio.gather(chef(counter), waiter(counter))

asyncio.run(main())
