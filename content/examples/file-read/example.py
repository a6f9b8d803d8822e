import asyncio


def read():
    with open("prices.txt") as file:
        return len(file.read().splitlines())


async def heartbeat():
    for _ in range(5):
        await asyncio.sleep(0.1)
        print("beat")


async def main():
    beat = asyncio.create_task(heartbeat())
    await asyncio.sleep(0)
    print("in a thread:", await asyncio.to_thread(read))
    print("on the loop:", read())
    await beat


asyncio.run(main())
