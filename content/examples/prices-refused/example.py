import asyncio

SHOP = "shop.example", 80
ITEMS = "bowl", "fork", "lamp"


async def ask(item):
    reader, writer = await asyncio.open_connection(*SHOP)
    try:
        request = f"GET /{item} HTTP/1.0\r\n\r\n"
        writer.write(request.encode())
        answer = await reader.read()
    finally:
        writer.close()
    return int(answer.partition(b"\r\n\r\n")[2])


async def main():
    async with asyncio.TaskGroup() as group:
        tasks = {
            item: group.create_task(ask(item))
            for item in ITEMS
        }
    for item, task in tasks.items():
        print(item, task.result())


asyncio.run(main())
