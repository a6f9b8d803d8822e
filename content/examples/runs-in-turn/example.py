import asyncio

async def fetch():
    return "price"

print(asyncio.run(fetch()))
print(asyncio.run(fetch()))
