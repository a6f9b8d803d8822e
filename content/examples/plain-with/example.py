import asyncio

async def main():
    lock = asyncio.Lock()
    with lock:
        print("alone here")

asyncio.run(main())
