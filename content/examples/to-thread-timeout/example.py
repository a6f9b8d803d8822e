import asyncio
import time

def fetch(what):
    time.sleep(3)  # the shop is slow
    print(what, "has arrived")

async def main():
    try:
        async with asyncio.timeout(1):
            await asyncio.to_thread(fetch, "price")
    except TimeoutError:
        print("main does not wait any longer")

asyncio.run(main())
print("the program ends")
