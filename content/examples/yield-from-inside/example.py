import asyncio

async def fetch_all(names):
    yield from names

async def main():
    async for name in fetch_all(["price", "stock"]):
        print(name)

asyncio.run(main())
