import asyncio
import threading
import time
from asyncio import run_coroutine_threadsafe

async def fetch(what):
    await asyncio.sleep(1)  # the shop answers
    return f"{what}: ok"

def serve(loop):
    loop.run_forever()

loop = asyncio.new_event_loop()
threading.Thread(target=serve, args=(loop,)).start()
call = run_coroutine_threadsafe(fetch("price"), loop)
while not call.done():
    print("the window is drawn")
    time.sleep(0.4)  # until the next look
print(call.result())
loop.call_soon_threadsafe(loop.stop)
