import asyncio
import time

async def heartbeat():
    loop = asyncio.get_running_loop()
    while True:
        due = loop.time() + 0.5
        await asyncio.sleep(0.5)
        if (late := loop.time() - due) > 0.1:
            print(f"late by {late:.1f} s")

async def main():
    pulse = asyncio.create_task(heartbeat())
    await asyncio.sleep(0.7)
    time.sleep(1)  # a query that blocks
    await asyncio.sleep(1)

asyncio.run(main())
