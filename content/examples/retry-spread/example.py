import asyncio
import random

random.seed(33)
busy = False

async def ask(n):
    global busy
    for attempt in range(5):
        if not busy:
            busy = True
            await asyncio.sleep(0.25)  # the shop answers
            busy = False
            return print(n, "at try", attempt + 1)
        await asyncio.sleep(random.uniform(0, 2**attempt))

async def main():
    await asyncio.gather(*[ask(n) for n in range(4)])

asyncio.run(main())
