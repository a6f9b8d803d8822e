import asyncio

async def product(n):
    result = 1
    for factor in range(1, n + 1):
        result *= factor
    print(n, "factorial is", result)

async def in_turn(*jobs):
    for job in jobs:
        await job

async def main():
    jobs = [product(n) for n in (10, 4, 6)]
    await asyncio.gather(*jobs)

asyncio.run(main())
