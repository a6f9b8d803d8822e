import asyncio

async def fetch():
    await asyncio.sleep(1)  # the shop answers
    return "price"

async def main():
    answer = asyncio.run(fetch())
    print(answer)

asyncio.run(main())
