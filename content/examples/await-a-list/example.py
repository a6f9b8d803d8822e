import asyncio

async def fetch(n):
    await asyncio.sleep(1)  # the shop answers
    return n

async def main():
    jobs = [asyncio.create_task(fetch(n)) for n in range(3)]
    print(await jobs)

asyncio.run(main())
