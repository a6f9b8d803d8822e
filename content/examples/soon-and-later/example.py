import asyncio

async def main():
    loop = asyncio.get_running_loop()
    loop.call_later(1, print, "3 later")
    loop.call_later(0, print, "2 at once, says the timer")
    loop.call_soon(print, "1 soon")
    print("0 main")
    await asyncio.sleep(2)

asyncio.run(main())
