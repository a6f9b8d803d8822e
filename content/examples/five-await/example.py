import asyncio

async def fetch(n):
    await asyncio.sleep(1)  # the shop answers
    print("answer", n)

async def main():
    for n in range(5):
        await fetch(n)

asyncio.run(main())
