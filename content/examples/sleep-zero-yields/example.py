import asyncio
beats = []

async def heartbeat():
    while True:
        beats.append("beat")
        await asyncio.sleep(0)

async def price(item):
    await asyncio.sleep(0)  # let others have a turn

async def main():
    pulse = asyncio.create_task(heartbeat())
    for item in range(100):
        await price(item)
    print(len(beats), "beats")

asyncio.run(main())
