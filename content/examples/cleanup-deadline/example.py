import asyncio

async def worker():
    try:
        await asyncio.sleep(5)  # works
    finally:
        try:
            async with asyncio.timeout(0.5):
                await asyncio.sleep(4)  # closing hangs
        except TimeoutError:
            print("left unclosed")

async def main():
    async with asyncio.timeout(1):
        await asyncio.create_task(worker())

asyncio.run(main())
