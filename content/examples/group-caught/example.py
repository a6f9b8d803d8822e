import asyncio

async def fetch(what):
    await asyncio.sleep(1)  # the shop answers
    raise ValueError(f"no {what}")

async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fetch("price"))
            group.create_task(fetch("photo"))
    except* ValueError as group:
        print("failed:", *group.exceptions)

asyncio.run(main())
