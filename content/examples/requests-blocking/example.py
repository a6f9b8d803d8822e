import asyncio
import time

async def fetch(what):
    time.sleep(1)  # requests.get would block like this
    return f"{what}: ok"

async def main():
    price, stock, photo = await asyncio.gather(
        fetch("price"), fetch("stock"), fetch("photo")
    )
    print(price, stock, photo)

asyncio.run(main())
