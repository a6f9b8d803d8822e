import asyncio

def main():
    async with asyncio.timeout(1):
        print("in time")

asyncio.run(main())
