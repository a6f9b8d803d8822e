import asyncio

async def fetch():
    await asyncio.sleep(1)  # the shop answers
    return "price"

async def main():
    loop = asyncio.get_running_loop()
    print(loop.run_until_complete(fetch()))

asyncio.run(main())
