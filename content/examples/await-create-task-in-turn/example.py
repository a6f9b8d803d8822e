import asyncio

async def fetch(what):
    print("ask for", what)
    await asyncio.sleep(1)  # the shop answers
    print("got", what)

async def main():
    await asyncio.create_task(fetch("tea"))
    await asyncio.create_task(fetch("milk"))

asyncio.run(main())
