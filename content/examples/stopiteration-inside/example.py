import asyncio

async def first(answers):
    await asyncio.sleep(1)  # the shop answers
    return next(iter(answers))

async def main():
    print(await first([]))

asyncio.run(main())
