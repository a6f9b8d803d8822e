import asyncio

async def fetch():
    await asyncio.sleep(1)  # the shop answers

async def main():
    await fetch
    print("got the price")

asyncio.run(main())
