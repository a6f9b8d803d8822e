import asyncio

total = 0

async def price(seconds):
    await asyncio.sleep(seconds)  # the shop answers
    return 10

async def buy(seconds):
    global total
    total += await price(seconds)
    print("total:", total)

async def main():
    await asyncio.gather(buy(1), buy(2))

asyncio.run(main())
