import asyncio

async def fetch():
    return "price"

loop = asyncio.new_event_loop()
print(loop.run_until_complete(fetch()))
loop.close()
loop.call_soon(print, "too late")
