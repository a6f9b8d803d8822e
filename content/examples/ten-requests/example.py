import asyncio

SHOP = "shop.example", 80
LIMIT = 3


async def ask(n):
    reader, writer = await asyncio.open_connection(*SHOP)
    request = f"GET /price/{n} HTTP/1.0\r\n\r\n"
    writer.write(request.encode())
    answer = await reader.read()
    writer.close()
    return answer.split()[-1].decode()


async def price(n, gate):
    async with gate:
        return await ask(n)


async def main():
    gate = asyncio.Semaphore(LIMIT)
    prices = (price(n, gate) for n in range(10))
    print(*await asyncio.gather(*prices))


asyncio.run(main())
