import asyncio
import random

async def dice():
    cup = random.Random(6)
    for throw in range(5):
        await asyncio.sleep(1)  # the dice roll
        yield cup.randint(1, 6)

async def main():
    async for pips in dice():
        print(pips)

asyncio.run(main())
