import asyncio

async def fetch():
    await asyncio.sleep(1)  # the shop answers
    return "price"

loop = asyncio.get_event_loop()
print(loop.run_until_complete(fetch()))
