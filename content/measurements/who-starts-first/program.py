import asyncio

async def fetch(name):
    print(name, "begins")
    await asyncio.sleep(0)
    print(name, "goes on")

async def main():
    print("main calls")
    photo = fetch("photo")
    video = fetch("video")
    print("main has called")
    await asyncio.gather(photo, video)
    print("main is done")

asyncio.run(main())
