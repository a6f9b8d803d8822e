import asyncio

async def fetch(what):
    me = asyncio.current_task().get_name()
    print(me, "asks for", what)
    await asyncio.sleep(1)  # the shop answers

async def main():
    asyncio.current_task().set_name("main")
    price = fetch("price")
    helper = asyncio.create_task(price, name="helper")
    await fetch("stock")
    await helper

asyncio.run(main())
