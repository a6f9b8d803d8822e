from asyncio import create_task, run, sleep

async def fetch(name):
    print(name, "asks")
    await sleep(1)  # the shop answers
    print(name, "is here")

async def main():
    photo = fetch("photo")
    video = fetch("video")
    await photo
    await video

run(main())
