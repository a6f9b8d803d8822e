import asyncio

SHOP = "shop.exmaple"

async def price():
    reader, writer = await asyncio.open_connection(SHOP, 80)
    writer.write(b"GET /price HTTP/1.0\r\n\r\n")
    answer = await reader.read()
    writer.close()
    return answer.split()[-1].decode()

print("price", asyncio.run(price()))
