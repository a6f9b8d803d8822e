import asyncio

async def customer(bell):
    await bell
    print("customer hears the bell")

async def main():
    loop = asyncio.get_running_loop()
    bell = loop.create_future()
    task = asyncio.create_task(customer(bell))
    await asyncio.sleep(1)  # the bread bakes
    loop.call_soon(print, "the loop calls a neighbor")
    bell.set_result("ring")
    print("main has set the result")
    await task

asyncio.run(main())
