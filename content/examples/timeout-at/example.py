import asyncio

async def fetch(what):
    await asyncio.sleep(1.5)  # the shop answers
    print("got", what)

async def main():
    deadline = asyncio.get_running_loop().time() + 2
    for what in ("price", "stock", "photo"):
        try:
            async with asyncio.timeout_at(deadline):
                await fetch(what)
        except TimeoutError:
            print("too late for", what)

asyncio.run(main())
