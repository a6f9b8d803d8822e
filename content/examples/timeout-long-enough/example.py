import asyncio

async def fetch():
    await asyncio.sleep(3)  # the shop answers
    return "price"

async def main():
    try:
        async with asyncio.timeout(5):
            print(await fetch())
    except TimeoutError:
        print("no answer in time")

asyncio.run(main())
