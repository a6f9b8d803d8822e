import asyncio

async def upload():
    print("upload begins")
    await asyncio.sleep(0.1)
    print("upload is done")

async def main():
    task = asyncio.create_task(upload())
    await asyncio.sleep(0.01)
    print("main returns")

asyncio.run(main())
