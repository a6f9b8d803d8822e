import asyncio

async def heartbeat():
    while True:
        print("beat")
        await asyncio.sleep(0.6)

async def begin():
    global pulse
    pulse = asyncio.create_task(heartbeat())
    await asyncio.sleep(1)

with asyncio.Runner() as runner:
    runner.run(begin())
    print("between two runs")
    runner.run(asyncio.sleep(1))
