import asyncio
import time

async def fetch():
    await time.sleep(1)  # the shop answers
    print("got the price")

asyncio.run(fetch())
