import asyncio

guests = {"anna": 3, "bert": 5}

async def greet():
    for name in guests:
        await asyncio.sleep(1)
        print("hello,", name)

async def arrive():
    await asyncio.sleep(0.5)
    guests["cora"] = 7

async def main():
    await asyncio.gather(greet(), arrive())

asyncio.run(main())
