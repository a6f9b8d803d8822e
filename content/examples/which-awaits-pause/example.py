import asyncio
beats = []

async def heartbeat():
    while True:
        beats.append("beat")
        await asyncio.sleep(0)

async def price():
    return 3  # known already

async def main():
    pulse = asyncio.create_task(heartbeat())
    for item in range(10):
        await price()
    print(len(beats), "beats")

asyncio.run(main())
