import asyncio

async def fetch(what):
    await asyncio.sleep(1)  # the shop answers
    return f"{what}: ok"

async def main():
    price = await fetch("price")
    stock = await fetch("stock")
    photo = await fetch("photo")
    print(price, stock, photo)

asyncio.run(main())
