import asyncio

async def product(n):
    result = 1
    for factor in range(1, n + 1):
        result *= factor
    print(n, "factorial has", len(str(result)), "digits")

async def in_turn(*jobs):
    for job in jobs:
        await job

async def main():
    jobs = [product(n) for n in (100, 40, 60)]
    await asyncio.gather(*jobs)

asyncio.run(main())
