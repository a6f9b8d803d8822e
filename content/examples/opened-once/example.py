import asyncio

link = None

async def connect():
    print("connecting")
    await asyncio.sleep(1)  # the server answers
    return "link"

async def request(n):
    global link
    if link is None:
        link = asyncio.create_task(connect())
    print(n, "uses the", await asyncio.shield(link))

async def main():
    await asyncio.gather(*[request(n) for n in range(3)])

asyncio.run(main())
