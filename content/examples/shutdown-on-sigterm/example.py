import asyncio
import signal


async def handle(reader, writer):
    order = (await reader.readline()).decode().strip()
    print("begins", order)
    await asyncio.sleep(0.5)
    writer.write(f"{order}: done\n".encode())
    await writer.drain()
    print("answers", order)
    writer.close()


async def main():
    stop = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, stop.set)
    requests = set()

    def accept(reader, writer):
        task = asyncio.create_task(handle(reader, writer))
        requests.add(task)
        task.add_done_callback(requests.discard)

    server = await asyncio.start_server(accept, "127.0.0.1", 8888)
    await stop.wait()
    print("SIGTERM: takes no more")
    server.close()
    await asyncio.gather(*requests)
    print("nothing is left undone")


asyncio.run(main())
