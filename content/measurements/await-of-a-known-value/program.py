import asyncio

async def price():
    return 3

async def order(name):
    for n in 1, 2, 3:
        await price()
        print(name, n)

async def main():
    await asyncio.gather(order("tea"), order("milk"))

asyncio.run(main())
