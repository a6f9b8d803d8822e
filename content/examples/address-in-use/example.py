import asyncio

async def greet(reader, writer):
    writer.close()

async def main():
    one = await asyncio.start_server(greet, "127.0.0.1", 8888)
    print("the first listens")
    two = await asyncio.start_server(greet, "127.0.0.1", 8888)
    print("the second listens")
    one.close()
    two.close()

asyncio.run(main())
