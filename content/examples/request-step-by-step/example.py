import asyncio

HOST = "shop.example"


async def price():
    reader, writer = await asyncio.open_connection(HOST, 80)
    writer.write(b"GET /price HTTP/1.0\r\n\r\n")
    answer = await reader.read()
    writer.close()
    return answer.decode().splitlines()[-1]


async def heartbeat():
    for _ in range(5):
        await asyncio.sleep(0.14)


async def main():
    beat = asyncio.create_task(heartbeat())
    print("the price is", await price())
    await beat


asyncio.run(main())
