import asyncio

SHOP = "shop.example", 8080

async def price():
    reader, writer = await asyncio.open_connection(*SHOP)
    writer.write(b"GET /price HTTP/1.0\r\n\r\n")
    answer = await reader.read()
    writer.close()
    return answer.split()[-1].decode()

print("price", asyncio.run(price()))
