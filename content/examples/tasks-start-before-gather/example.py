import asyncio

async def fetch(what):
    print("ask for", what)
    await asyncio.sleep(1)  # the shop answers
    print("got", what)

async def main():
    tea = asyncio.create_task(fetch("tea"))
    milk = asyncio.create_task(fetch("milk"))
    await asyncio.sleep(0.5)
    print("gather")
    await asyncio.gather(tea, milk)

asyncio.run(main())
