import asyncio

async def ask(shop, seconds):
    await asyncio.sleep(seconds)  # the shop answers
    return f"shop {shop}"

async def main():
    calls = [ask(0, 2), ask(1, 1), ask(2, 3)]
    for answer in asyncio.as_completed(calls):
        print("from", await answer)

asyncio.run(main())
