import asyncio
from asyncio import run_coroutine_threadsafe

async def heartbeat():
    while True:
        print("beat")
        await asyncio.sleep(0.6)

async def fetch(what):
    await asyncio.sleep(1)  # the shop answers
    return f"{what}: ok"

def report(loop):
    call = run_coroutine_threadsafe(fetch("price"), loop)
    print("the answer is", call.result())

async def main():
    pulse = asyncio.create_task(heartbeat())
    loop = asyncio.get_running_loop()
    report(loop)

asyncio.run(main())
