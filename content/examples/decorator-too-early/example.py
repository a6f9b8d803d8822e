import asyncio
from contextlib import contextmanager

@contextmanager
def opened():
    print("connection opened")
    yield
    print("connection closed")

@opened()
async def fetch():
    await asyncio.sleep(1)  # the shop answers
    print("answer is here")

async def main():
    await fetch()

asyncio.run(main())
