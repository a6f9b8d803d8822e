import asyncio
import random

async def dice(seed):
    cup = random.Random(seed)
    for throw in range(5):
        await asyncio.sleep(1)  # the dice roll
        yield cup.randint(1, 6)

async def player(n):
    async for pips in dice(n):
        print("player", n, "has", pips)

async def main():
    await asyncio.gather(*[player(n) for n in range(3)])

asyncio.run(main())
