import asyncio

SHOP = "shop.example", 80


async def price(n):
    reader, writer = await asyncio.open_connection(*SHOP)
    writer.write(f"GET /price/{n} HTTP/1.0\r\n\r\n".encode())
    answer = await reader.read()
    writer.close()
    return answer.split()[-1].decode()


async def heartbeat():
    for _ in range(4):
        await asyncio.sleep(0.2)
        print("beat")


async def main():
    beat = asyncio.create_task(heartbeat())
    await asyncio.sleep(0)
    prices = (price(n) for n in range(2))
    print("prices", *await asyncio.gather(*prices))
    await beat


asyncio.run(main())
