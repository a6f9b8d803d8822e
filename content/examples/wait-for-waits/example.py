import asyncio

async def fetch():
    try:
        await asyncio.sleep(5)  # the answer
    finally:
        await asyncio.sleep(3)  # a goodbye

async def main():
    task = asyncio.create_task(fetch())
    try:
        await asyncio.wait_for(task, 1)
    except TimeoutError:
        print("too late")

asyncio.run(main())
