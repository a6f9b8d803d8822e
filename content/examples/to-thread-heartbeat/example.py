import asyncio
import time

async def heartbeat():
    while True:
        print("beat")
        await asyncio.sleep(0.6)

def fetch(n):
    time.sleep(1)  # the shop answers
    print("answer", n)

async def main():
    pulse = asyncio.create_task(heartbeat())
    await asyncio.to_thread(fetch, 0)
    await asyncio.to_thread(fetch, 1)

asyncio.run(main())
