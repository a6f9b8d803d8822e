import asyncio
import time
from concurrent.futures import ProcessPoolExecutor

def count(limit):
    total = 0
    for n in range(limit):
        total += n
    return total

async def beat():
    for n in range(4):
        await asyncio.sleep(0.04)
        print("beat", n)

async def main():
    loop = asyncio.get_running_loop()
    heart = asyncio.create_task(beat())
    with ProcessPoolExecutor(max_workers=1) as pool:
        found = await asyncio.gather(
            loop.run_in_executor(pool, count, 40),
            asyncio.to_thread(time.sleep, 0.05))
        print("counted", found[0])
    await heart

if __name__ == "__main__":
    asyncio.run(main())
