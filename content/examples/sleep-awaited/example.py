import asyncio

async def fetch():
    await asyncio.sleep(1)  # the shop answers
    print("got the price")

asyncio.run(fetch())
