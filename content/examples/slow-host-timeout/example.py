import asyncio


async def stock(at):
    reader, writer = await asyncio.open_connection(at, 80)
    writer.write(b"GET /stock HTTP/1.0\r\n\r\n")
    answer = await reader.read()
    writer.close()
    return answer.split()[-1].decode()


async def main():
    for host in ("fast.example", "slow.example"):
        try:
            async with asyncio.timeout(0.5):
                print(host, await stock(host))
        except TimeoutError:
            print(host, "did not answer in time")


asyncio.run(main())
