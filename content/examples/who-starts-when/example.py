import asyncio

async def fetch():
    print("3 fetch begins")
    await asyncio.sleep(1)  # the shop answers
    print("5 fetch is done")

async def main():
    coroutine = fetch()
    print("1 coroutine made")
    task = asyncio.create_task(coroutine)
    print("2 task made")
    await asyncio.sleep(0)
    print("4 main again")
    await task

asyncio.run(main())
