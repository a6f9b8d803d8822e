import asyncio

pen, paper = asyncio.Lock(), asyncio.Lock()

async def friend(first, second):
    async with first:
        await asyncio.sleep(1)  # thinks
        async with second:
            print("writes")

async def main():
    make = asyncio.create_task
    pair = [make(friend(pen, paper), name="Ada"),
            make(friend(paper, pen), name="Bob")]
    await asyncio.wait(pair, timeout=2)
    others = asyncio.all_tasks() - {asyncio.current_task()}
    for task in sorted(others, key=asyncio.Task.get_name):
        line = task.get_stack()[0].f_lineno
        print(task.get_name(), "in line", line)

asyncio.run(main())
