import asyncio

turn = 0.0

async def pace(gap):
    global turn
    now = asyncio.get_running_loop().time()
    mine = max(turn, now)
    turn = mine + gap
    await asyncio.sleep(mine - now)

async def fetch(n):
    await pace(0.5)
    await asyncio.sleep(1)  # the shop answers

async def main():
    await asyncio.gather(*[fetch(n) for n in range(6)])

asyncio.run(main())
