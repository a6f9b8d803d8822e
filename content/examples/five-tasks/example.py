import asyncio

async def fetch(n):
    await asyncio.sleep(1)  # the shop answers
    print("answer", n)

async def main():
    await asyncio.gather(*[fetch(n) for n in range(5)])

asyncio.run(main())
