import asyncio

async def save():
    try:
        await asyncio.sleep(2)  # the database answers
        print("saved")
    finally:
        print("save ends")

async def main():
    try:
        async with asyncio.timeout(1):
            await asyncio.shield(save())
    except TimeoutError:
        print("main gives up")

asyncio.run(main())
