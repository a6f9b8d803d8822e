import asyncio

async def save():
    await asyncio.sleep(2)  # the database answers
    print("saved")

async def main():
    saving = asyncio.create_task(save())
    try:
        async with asyncio.timeout(1):
            await asyncio.shield(saving)
    except TimeoutError:
        print("main stops waiting")
    await asyncio.sleep(2)  # main does something else

asyncio.run(main())
