import asyncio

async def fetch(n):
    await asyncio.sleep(1)  # the shop answers
    print("answer", n)

async def main():
    calls = [fetch(n) for n in range(5)]
    await asyncio.gather(*calls)

asyncio.run(main())
