import asyncio
import urllib.request


def price(n):
    with urllib.request.urlopen(f"http://shop.example/price/{n}") as answer:
        return answer.read().decode()


async def heartbeat():
    for _ in range(4):
        await asyncio.sleep(0.2)
        print("beat")


async def main():
    beat = asyncio.create_task(heartbeat())
    await asyncio.sleep(0)
    for n in range(2):
        print("price", price(n))
    await beat


asyncio.run(main())
