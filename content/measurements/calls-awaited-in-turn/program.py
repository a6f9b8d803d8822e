import asyncio

async def fetch(name):
    print(name, "asks")
    await asyncio.sleep(0.1)
    print(name, "is here")

async def main():
    photo = fetch("photo")
    video = fetch("video")
    await photo
    await video

asyncio.run(main())
