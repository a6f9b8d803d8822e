import asyncio

async def fetch():
    await asyncio.sleep(1)  # the shop answers
    return 3

async def main():
    print(type(fetch).__name__)
    coroutine = fetch()
    print(type(coroutine).__name__)
    task = asyncio.create_task(coroutine)
    print(type(task).__name__, "done:", task.done())
    answer = await task
    print(type(answer).__name__, "done:", task.done())

asyncio.run(main())
