import asyncio

def count():
    total = 0
    for n in range(12):
        total += n
    print("has counted")

async def heartbeat():
    while True:
        await asyncio.sleep(0.01)
        print("beat")

async def main():
    pulse = asyncio.create_task(heartbeat())
    await asyncio.sleep(0.015)
    count()

asyncio.run(main())
