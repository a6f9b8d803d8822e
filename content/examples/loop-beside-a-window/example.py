import asyncio
import time
from asyncio import run_coroutine_threadsafe
from queue import SimpleQueue
from threading import Thread

async def fetch(what):
    await asyncio.sleep(1)  # the shop answers
    return f"{what}: ok"

async def serve():
    stop = asyncio.Event()
    started.put((asyncio.get_running_loop(), stop))
    await stop.wait()

started = SimpleQueue()
Thread(target=asyncio.run, args=[serve()]).start()
loop, stop = started.get()
call = run_coroutine_threadsafe(fetch("price"), loop)
while not call.done():
    print("the window is drawn")
    time.sleep(0.4)  # until the next look
print(call.result())
loop.call_soon_threadsafe(stop.set)
