import asyncio

async def fetch():
    try:
        await asyncio.sleep(3)  # the shop answers
    finally:
        await asyncio.sleep(0.5)  # closes the connection
        print("closed")

async def main():
    task = asyncio.create_task(fetch())
    try:
        await asyncio.wait_for(task, 1)
    except TimeoutError:
        print("too late")

asyncio.run(main())
