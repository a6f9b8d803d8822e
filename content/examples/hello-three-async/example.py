import asyncio

async def greet(name):
    print("hello", name)
    await asyncio.sleep(3)
    print("goodbye", name)

async def main():
    await asyncio.gather(
        greet("Ada"), greet("Bob"), greet("Cy")
    )

asyncio.run(main())
