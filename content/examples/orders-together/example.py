import asyncio

async def ask(what):
    await asyncio.sleep(1)
    return what

async def order(dish):
    stock = await ask(dish)
    price = await ask(stock)
    print(price, "ordered")

async def main():
    async with asyncio.TaskGroup() as orders:
        for dish in ["soup", "bread", "tea"]:
            orders.create_task(order(dish))

asyncio.run(main())
