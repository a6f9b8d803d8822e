import asyncio

async def ask(host):
    reader, writer = await asyncio.open_connection(host, 80)
    writer.write(b"GET /price HTTP/1.0\r\n\r\n")
    answer = await reader.read()
    writer.close()
    return answer.split()[-1].decode()

async def price():
    try:
        return await ask("shop.example")
    except ConnectionRefusedError:
        return await ask("spare.example")

print("price", asyncio.run(price()))
