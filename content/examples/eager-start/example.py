import asyncio

async def price(item, known):
    print("price of", item)
    if not known:
        await asyncio.sleep(1)  # the shop answers
    return 3

async def main():
    loop = asyncio.get_running_loop()
    loop.set_task_factory(asyncio.eager_task_factory)
    tea = asyncio.create_task(price("tea", known=True))
    print("tea is known:", tea.done())
    milk = asyncio.create_task(price("milk", known=False))
    print("milk is known:", milk.done())
    await milk

asyncio.run(main())
