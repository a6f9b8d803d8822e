import asyncio

async def customer(name, price):
    print(name, "asks")
    print(name, "pays", await price)

async def main():
    price = asyncio.get_running_loop().create_future()
    async with asyncio.TaskGroup() as shop:
        for name in "Ada", "Bob":
            shop.create_task(customer(name, price))
        await asyncio.sleep(1)
        price.set_result(3)
    print("for sale:", price.result())

asyncio.run(main())
