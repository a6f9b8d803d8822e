import asyncio

async def make():
    return asyncio.get_running_loop().create_future()

async def listen(answer):
    print("waiting")
    print(await answer)

async def main():
    answer = await make()
    asyncio.get_running_loop().call_later(1, answer.set_result, "hello")
    await listen(answer)

asyncio.run(main())
