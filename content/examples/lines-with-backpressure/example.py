import asyncio

HERE = "127.0.0.1", 8888


async def produce(reader, writer):
    for n in range(8):
        line = f"line {n}".ljust(59_999) + "\n"
        writer.write(line.encode())
        await writer.drain()
        print("handed over", n)
    writer.close()


async def main():
    server = await asyncio.start_server(produce, *HERE)
    reader, writer = await asyncio.open_connection(*HERE)
    async for line in reader:
        print("read", line.split()[1].decode())
        await asyncio.sleep(0.1)
    writer.close()
    server.close()


asyncio.run(main())
