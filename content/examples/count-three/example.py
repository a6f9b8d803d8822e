import asyncio

async def count(name):
    print(name, "counts one")
    await asyncio.sleep(1)
    print(name, "counts two")

async def main():
    await asyncio.gather(
        count("Ada"), count("Bob"), count("Cy")
    )

asyncio.run(main())
