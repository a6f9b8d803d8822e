import asyncio

async def fetch():
    try:
        await asyncio.sleep(5)  # the answer
    finally:
        await asyncio.sleep(3)  # a goodbye
        print("closed")

async def main():
    task = asyncio.create_task(fetch())
    await asyncio.wait_for(task, 1)

asyncio.run(main())
