import asyncio

async def fetch(name):
    await asyncio.sleep(0.2)
    print(name, "is here")

async def main():
    try:
        async with asyncio.timeout(0.05):
            await fetch("photo")
    except TimeoutError:
        print("main gives up on photo")
    await asyncio.sleep(0.3)

asyncio.run(main())
