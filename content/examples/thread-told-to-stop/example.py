import asyncio
import threading
import time

def copy(stop):
    parts = 0
    while parts < 8 and not stop.is_set():
        time.sleep(0.5)  # copies a part
        parts += 1
    print(parts, "of 8 parts are copied")

async def main():
    stop = threading.Event()
    try:
        async with asyncio.timeout(1.2):
            await asyncio.to_thread(copy, stop)
    except TimeoutError:
        print("main gives up")
    finally:
        stop.set()

asyncio.run(main())
