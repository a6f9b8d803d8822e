import asyncio
import time

async def game(board):
    for move in range(30):
        time.sleep(5)            # you think
        await asyncio.sleep(55)  # your opponent thinks

async def main():
    games = [game(board) for board in range(24)]
    await asyncio.gather(*games)
    print("all games are over")

asyncio.run(main())
