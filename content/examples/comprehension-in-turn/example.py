import asyncio

async def fetch(n):
    await asyncio.sleep(1)  # the shop answers
    return n

async def main():
    answers = [await fetch(n) for n in range(3)]
    print(answers)

asyncio.run(main())
