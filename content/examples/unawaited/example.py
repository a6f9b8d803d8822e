import asyncio

async def save(order):
    await asyncio.sleep(1)  # the database answers
    print("saved", order)

async def main():
    save(7)
    print("main is done")

asyncio.run(main())
