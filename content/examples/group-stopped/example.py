import asyncio

class Enough(Exception):
    pass

async def ask(shop, seconds):
    await asyncio.sleep(seconds)  # the shop answers
    print("from shop", shop)
    raise Enough

async def main():
    try:
        async with asyncio.TaskGroup() as shops:
            for shop, seconds in enumerate((2, 1, 3)):
                shops.create_task(ask(shop, seconds))
    except* Enough:
        print("no other shop is asked")

asyncio.run(main())
