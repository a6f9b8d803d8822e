import asyncio
from contextlib import aclosing, nullcontext

async def pages():
    try:
        for page in range(9):
            await asyncio.sleep(1)  # the database answers
            yield page
    finally:
        print("cursor is closed")

async def main():
    async with aclosing(pages()) as book:
        async for page in book:
            break
    print("main goes on")

asyncio.run(main())
