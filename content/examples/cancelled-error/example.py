import asyncio

async def fetch():
    await asyncio.sleep(5)  # the shop answers

async def main():
    call = asyncio.create_task(fetch())
    await asyncio.sleep(1)
    call.cancel()
    await call

asyncio.run(main())
