import asyncio


async def produce(reader, writer):
    for n in range(6):
        writer.write(f"line {n}".ljust(99_999).encode() + b"\n")
        await writer.drain()
        print("handed over", n)
    writer.close()


async def main():
    server = await asyncio.start_server(produce, "127.0.0.1", 8888)
    reader, writer = await asyncio.open_connection("127.0.0.1", 8888, limit=100_000)
    async for line in reader:
        print("read", line.split()[1].decode())
        await asyncio.sleep(0.1)
    writer.close()
    server.close()


asyncio.run(main())
