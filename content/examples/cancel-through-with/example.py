import asyncio

class Connection:
    async def __aenter__(self):
        print("open")
    async def __aexit__(self, *error):
        await asyncio.sleep(0.5)  # says goodbye
        print("closed after", error[0].__name__)

async def worker():
    async with Connection():
        await asyncio.sleep(5)  # works

async def main():
    async with asyncio.timeout(1):
        await asyncio.create_task(worker())

asyncio.run(main())
