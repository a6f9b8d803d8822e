import asyncio
import time

async def board(n):
    for move in range(2):
        time.sleep(5)            # you think
        await asyncio.sleep(55)  # your opponent thinks
    print("board", n, "is over")

async def main():
    await asyncio.gather(*[board(n) for n in range(3)])

asyncio.run(main())
