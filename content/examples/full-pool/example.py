import asyncio
import time
from concurrent.futures import ThreadPoolExecutor

async def heartbeat():
    while True:
        print("beat")
        await asyncio.sleep(1)

def fetch(what, seconds):
    time.sleep(seconds)  # the shop answers
    print("got", what)

async def main():
    pulse = asyncio.create_task(heartbeat())
    loop = asyncio.get_running_loop()
    with ThreadPoolExecutor(max_workers=2) as pool:
        await asyncio.gather(
            loop.run_in_executor(pool, fetch, "film", 2.5),
            loop.run_in_executor(pool, fetch, "song", 3.5),
            loop.run_in_executor(pool, fetch, "price", 0.2),
        )

asyncio.run(main())
