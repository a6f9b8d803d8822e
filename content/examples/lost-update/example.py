import asyncio

stock = 10

async def sell(n):
    global stock
    left = stock
    await asyncio.sleep(1)  # the customer pays
    stock = left - 1
    print("sold, left:", stock)

async def main():
    await asyncio.gather(*[sell(n) for n in range(3)])

asyncio.run(main())
