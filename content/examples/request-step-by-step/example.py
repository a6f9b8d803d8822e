import asyncio

REQUEST = "GET /price HTTP/1.1\r\nHost: shop.example\r\nConnection: close\r\n\r\n"


async def price():
    reader, writer = await asyncio.open_connection("shop.example", 80)
    writer.write(REQUEST.encode())
    answer = await reader.read()
    writer.close()
    return answer.decode().splitlines()[-1]


async def heartbeat():
    for _ in range(4):
        await asyncio.sleep(0.1)


async def main():
    beat = asyncio.create_task(heartbeat())
    print("the price is", await price())
    await beat


asyncio.run(main())
