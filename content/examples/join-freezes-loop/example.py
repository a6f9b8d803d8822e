import asyncio
import threading
import time

async def heartbeat():
    while True:
        print("beat")
        await asyncio.sleep(0.5)

async def main():
    pulse = asyncio.create_task(heartbeat())
    await asyncio.sleep(0.75)
    call = threading.Thread(target=time.sleep, args=(2,))
    call.start()
    call.join()

asyncio.run(main())
