import asyncio
import http.client


def price(n):
    shop = http.client.HTTPConnection("shop.example")
    shop.request("GET", f"/price/{n}")
    return shop.getresponse().read().decode()


async def heartbeat():
    for _ in range(4):
        await asyncio.sleep(0.2)
        print("beat")


async def main():
    beat = asyncio.create_task(heartbeat())
    await asyncio.sleep(0)
    prices = (asyncio.to_thread(price, n) for n in range(2))
    print("prices", *await asyncio.gather(*prices))
    await beat


asyncio.run(main())
