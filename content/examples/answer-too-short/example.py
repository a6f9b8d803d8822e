import asyncio

async def ask_time():
    reader, writer = await asyncio.open_connection("clock.example", 80)
    answer = await reader.readexactly(8)
    writer.close()
    return answer.decode().strip()

print("it is", asyncio.run(ask_time()))
