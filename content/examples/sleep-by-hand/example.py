import asyncio

async def my_sleep(seconds):
    loop = asyncio.get_running_loop()
    alarm = loop.create_future()
    loop.call_later(seconds, alarm.set_result, None)
    await alarm

async def fetch(n):
    await my_sleep(2)  # the shop answers
    print("fetch", n, "goes on")

async def main():
    await asyncio.gather(fetch(0), fetch(1))

asyncio.run(main())
