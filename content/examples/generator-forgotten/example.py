import asyncio

async def pages():
    try:
        for page in range(9):
            await asyncio.sleep(1)  # the database answers
            yield page
    finally:
        print("cursor is closed")

async def main():
    async for page in pages():
        break
    print("main goes on")
    await asyncio.sleep(1)
    print("main is done")

asyncio.run(main())
