import asyncio

async def fetch():
    await asyncio.sleep(1)
    return "price"

loop = asyncio.get_event_loop()
print(loop.run_until_complete(fetch()))
