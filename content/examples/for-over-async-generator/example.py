import asyncio

async def prices():
    for price in (3, 5):
        await asyncio.sleep(1)  # the shop answers
        yield price

async def main():
    for price in prices():
        print(price)

asyncio.run(main())
