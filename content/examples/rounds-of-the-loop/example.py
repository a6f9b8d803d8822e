import asyncio

async def fetch(n):
    print("fetch", n, "asks")
    await asyncio.sleep(1)  # the shop answers
    print("fetch", n, "has it")

async def main():
    await asyncio.gather(*[fetch(n) for n in range(2)])
    print("main has them all")

asyncio.run(main())
