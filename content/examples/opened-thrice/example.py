import asyncio

link = None

async def connect():
    print("connecting")
    await asyncio.sleep(1)  # the server answers
    return "link"

async def request(n):
    global link
    if link is None:
        link = await connect()
    print(n, "uses the", link)

async def main():
    await asyncio.gather(*[request(n) for n in range(3)])

asyncio.run(main())
