import asyncio

async def fetch():
    try:
        await asyncio.sleep(5)  # the answer
    finally:
        try:
            async with asyncio.timeout(0.5):
                await asyncio.sleep(3)  # a goodbye
        except TimeoutError:
            print("left without a goodbye")

async def main():
    task = asyncio.create_task(fetch())
    await asyncio.wait_for(task, 1)

asyncio.run(main())
