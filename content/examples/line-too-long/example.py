import asyncio

async def names():
    reader, writer = await asyncio.open_connection(
        "shop.example", 80, limit=32
    )
    line = await reader.readline()
    writer.close()
    return line.decode().split(",")

print(len(asyncio.run(names())), "names")
