import asyncio
import time

def fetch(what):
    time.sleep(1)  # requests.get would block like this
    return f"{what}: ok"

async def main():
    price, stock, photo = await asyncio.gather(
        asyncio.to_thread(fetch, "price"),
        asyncio.to_thread(fetch, "stock"),
        asyncio.to_thread(fetch, "photo"),
    )
    print(price, stock, photo)

asyncio.run(main())
