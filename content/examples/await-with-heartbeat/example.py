import asyncio

async def heartbeat():
    while True:
        print("beat")
        await asyncio.sleep(0.6)

async def fetch(n):
    await asyncio.sleep(1)  # the shop answers
    print("answer", n)

async def main():
    pulse = asyncio.create_task(heartbeat())
    await fetch(0)
    await fetch(1)

asyncio.run(main())
