import asyncio
import types

@types.coroutine
def pause():
    yield

async def work(name):
    for part in (1, 2):
        print(name, "does part", part)
        await pause()

async def main():
    await asyncio.gather(work("Ada"), work("Bob"))

asyncio.run(main())
