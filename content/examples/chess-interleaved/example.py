import asyncio
import time

async def game(board, yours=5, theirs=55):
    for move in range(30):
        time.sleep(yours)
        await asyncio.sleep(theirs)

async def main():
    games = [game(board) for board in range(24)]
    await asyncio.gather(*games)
    print("all games are over")

asyncio.run(main())
