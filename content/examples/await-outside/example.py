import asyncio

def main():
    await asyncio.sleep(1)  # the shop answers

asyncio.run(main())
