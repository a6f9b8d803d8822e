import asyncio

async def heartbeat():
    while True:
        print("beat")
        await asyncio.sleep(0.1)

async def product(n):
    result = 1
    for factor in range(1, n + 1):
        result *= factor
        if factor % 5 == 0:
            await asyncio.sleep(0)
    print("computed")

async def main():
    heart = asyncio.create_task(heartbeat())
    await product(60)
    heart.cancel()

asyncio.run(main())
