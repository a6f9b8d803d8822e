import asyncio

async def main():
    print("main begins")

asyncio.run(main)
