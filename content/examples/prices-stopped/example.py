import asyncio
import signal

SHOP = "shop.example", 80
ITEMS = "bowl", "fork", "jug", "lamp", "pan"


async def ask(item):
    reader, writer = await asyncio.open_connection(*SHOP)
    try:
        request = f"GET /{item} HTTP/1.0\r\n\r\n"
        writer.write(request.encode())
        answer = await reader.read()
    finally:
        writer.close()
    return int(answer.partition(b"\r\n\r\n")[2])


async def price(item, gate, stop):
    try:
        async with gate, asyncio.timeout(1):
            if stop.is_set():
                return "not asked"
            return await ask(item)
    except OSError as error:
        return type(error).__name__


async def main():
    gate, stop = asyncio.Semaphore(2), asyncio.Event()
    loop = asyncio.get_running_loop()
    loop.add_signal_handler(signal.SIGTERM, stop.set)
    async with asyncio.TaskGroup() as group:
        tasks = {
            item: group.create_task(price(item, gate, stop))
            for item in ITEMS
        }
    for item, task in tasks.items():
        print(item, task.result())


asyncio.run(main())
