import asyncio

async def fetch(what):
    await asyncio.sleep(1)  # the shop answers
    raise ValueError(f"no {what}")

async def main():
    async with asyncio.TaskGroup() as group:
        group.create_task(fetch("price"))
        group.create_task(fetch("photo"))

asyncio.run(main())
