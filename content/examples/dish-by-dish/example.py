import asyncio

async def chef():
    for dish in range(4):
        await asyncio.sleep(1)  # cooks
        yield dish

async def main():
    async for dish in chef():
        await asyncio.sleep(1)  # serves
        print("served", dish)

asyncio.run(main())
