import asyncio

HERE = "127.0.0.1", 8888


async def handle(reader, writer):
    name = (await reader.readline()).decode().strip()
    print(f"hello, {name}")
    writer.write(f"hello, {name}\n".encode())
    await writer.drain()
    writer.close()
    await writer.wait_closed()


async def main():
    async with await asyncio.start_server(handle, *HERE):
        await asyncio.sleep(1.2)


asyncio.run(main())
