import asyncio

async def save(order):
    await asyncio.sleep(1)  # the database answers
    raise ValueError(f"order {order} is incomplete")

async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(save(7))
            await asyncio.sleep(2)
    except* ValueError as failed:
        print("not saved:", *failed.exceptions)
    print("main is done")

asyncio.run(main())
