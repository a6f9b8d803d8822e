import asyncio

async def save(order):
    await asyncio.sleep(1)  # the database answers
    raise ValueError(f"order {order} is incomplete")

async def main():
    saving = asyncio.create_task(save(7))
    await asyncio.sleep(2)
    print("main is done")

asyncio.run(main())
