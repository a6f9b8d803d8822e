import asyncio
import time

async def chat(who):
    for n in range(3):
        await asyncio.sleep(0.5)
        print(who, "reads message", n)

async def report():
    time.sleep(2)  # a blocking query
    print("the report is there")

async def main():
    chats = chat("Ada"), chat("Bob")
    await asyncio.gather(report(), *chats)

asyncio.run(main())
