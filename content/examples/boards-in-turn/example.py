import asyncio
import time

async def board(n, yours=5, theirs=55):
    for move in range(2):
        time.sleep(yours)
        await asyncio.sleep(theirs)
    print("board", n, "is over")

async def main():
    for n in range(3):
        await board(n)

asyncio.run(main())
