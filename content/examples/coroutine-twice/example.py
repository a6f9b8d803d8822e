import asyncio

async def fetch():
    await asyncio.sleep(1)  # the shop answers
    return "price"

async def main():
    call = fetch()
    print(await call)
    print(await call)

asyncio.run(main())
