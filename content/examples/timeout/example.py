import asyncio

async def fetch(what, seconds):
    await asyncio.sleep(seconds)  # the shop answers
    print("got", what)

async def main():
    try:
        async with asyncio.timeout(1):
            await asyncio.gather(
                fetch("price", 0.5), fetch("photo", 3)
            )
    except TimeoutError:
        print("too late")

asyncio.run(main())
