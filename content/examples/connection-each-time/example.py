import asyncio

SHOP = "shop.example", 80
ASK = "GET /price/{} HTTP/1.1\r\nHost: shop.example\r\n\r\n"


async def price(n, reader, writer):
    writer.write(ASK.format(n).encode())
    head = await reader.readuntil(b"\r\n\r\n")
    length = head.split(b"Content-Length: ")[1].split()[0]
    return (await reader.readexactly(int(length))).decode()


async def main():
    for n in range(3):
        reader, writer = await asyncio.open_connection(*SHOP)
        print("price", await price(n, reader, writer))
        writer.close()


asyncio.run(main())
