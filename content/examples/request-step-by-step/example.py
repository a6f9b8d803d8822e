import asyncio

SHOP = "shop.example", 80


async def price():
    reader, writer = await asyncio.open_connection(*SHOP)
    writer.write(b"GET /price HTTP/1.0\r\n\r\n")
    answer = await reader.read()
    writer.close()
    return answer.decode().splitlines()[-1]


async def heartbeat():
    for _ in range(6):
        await asyncio.sleep(0.15)


async def main():
    beat = asyncio.create_task(heartbeat())
    print(await price())
    await beat


asyncio.run(main())
