import asyncio

async def fetch(what, seconds):
    await asyncio.sleep(seconds)  # the shop answers
    if what == "photo":
        raise ValueError("no photo")
    print("got", what)

async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fetch("photo", 1))
            group.create_task(fetch("price", 2))
    except* ValueError as errors:
        print("main caught:", errors.exceptions[0])
    await asyncio.sleep(2)  # main does something else

asyncio.run(main())
