import asyncio

async def make():
    return asyncio.get_running_loop().create_future()

async def listen(answer):
    print("waiting")
    await answer

answer = asyncio.run(make())
asyncio.run(listen(answer))
