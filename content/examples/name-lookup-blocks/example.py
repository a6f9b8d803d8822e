import asyncio
import socket


async def heartbeat():
    for _ in range(5):
        await asyncio.sleep(0.1)
        print("beat")


async def main():
    beat = asyncio.create_task(heartbeat())
    await asyncio.sleep(0)
    socket.getaddrinfo("shop.example", 80)
    print("found by socket")
    await asyncio.get_running_loop().getaddrinfo("shop.example", 80)
    print("found by the loop")
    await beat


asyncio.run(main())
