import asyncio

async def fetch(what):
    await asyncio.sleep(1)  # the shop answers
    if what == "photo":
        raise ValueError("no photo")
    return 3

async def main():
    things = "price", "photo", "stock"
    tasks = [asyncio.create_task(fetch(t)) for t in things]
    await asyncio.sleep(0.5)
    tasks[2].cancel()
    await asyncio.wait(tasks)
    for task in tasks:
        print("done:", task.done(), "cancelled:", task.cancelled())
    print(tasks[0].result(), repr(tasks[1].exception()))

asyncio.run(main())
