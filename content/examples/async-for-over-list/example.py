import asyncio

async def main():
    async for price in [3, 5]:
        print(price)

asyncio.run(main())
