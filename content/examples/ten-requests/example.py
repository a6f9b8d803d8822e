import asyncio

SHOP = "shop.example", 80
LIMIT = 3


async def price(n, gate):
    async with gate:
        reader, writer = await asyncio.open_connection(*SHOP)
        writer.write(f"GET /price/{n} HTTP/1.0\r\n\r\n".encode())
        answer = await reader.read()
        writer.close()
    return answer.split()[-1].decode()


async def main():
    gate = asyncio.Semaphore(LIMIT)
    print(*await asyncio.gather(*(price(n, gate) for n in range(10))))


asyncio.run(main())
