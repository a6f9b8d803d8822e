import asyncio
import time

async def product(n):
    result = 1
    for factor in range(1, n + 1):
        time.sleep(1)  # the factor arrives
        result *= factor
    print(n, "factorial is", result)

async def main():
    await asyncio.gather(*[product(n) for n in (10, 4, 6)])

asyncio.run(main())
