import asyncio

async def ask(seconds):
    await asyncio.sleep(seconds)  # the shop answers
    return 3

async def main():
    calls = [asyncio.create_task(ask(2), name="tea"),
             asyncio.create_task(ask(1), name="milk")]
    async for call in asyncio.as_completed(calls):
        print(call.get_name(), "costs", await call)

asyncio.run(main())
