import asyncio

def deliver(answer):
    answer.set_result("42")

async def main():
    loop = asyncio.get_running_loop()
    answer = loop.create_future()
    loop.call_later(2, deliver, answer)  # the shop answers
    try:
        async with asyncio.timeout(1):
            print("price", await answer)
    except TimeoutError:
        print("no price in time")
    await asyncio.sleep(2)

asyncio.run(main())
