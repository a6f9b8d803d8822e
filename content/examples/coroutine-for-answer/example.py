import asyncio

async def fetch():
    await asyncio.sleep(1)  # the shop answers
    return "3 for 2"

async def main():
    answer = fetch()
    print(answer.upper())

asyncio.run(main())
