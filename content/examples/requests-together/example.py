import asyncio

async def fetch(what):
    await asyncio.sleep(1)  # the shop answers
    return f"{what}: ok"

async def main():
    price, stock, photo = await asyncio.gather(
        fetch("price"), fetch("stock"), fetch("photo")
    )
    print(price, stock, photo)

asyncio.run(main())
