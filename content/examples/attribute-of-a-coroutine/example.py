import asyncio

async def fetch():
    await asyncio.sleep(1)  # the shop answers
    return "price"

async def main():
    print(fetch().upper())

asyncio.run(main())
