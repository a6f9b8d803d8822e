import asyncio

async def writer():
    try:
        await asyncio.sleep(9)  # a long upload
    finally:
        print("writer tidies up")
        await asyncio.sleep(2)  # a goodbye

async def main():
    task = asyncio.create_task(writer())
    await asyncio.sleep(1)
    print("main returns")

asyncio.run(main())
print("run returns")
