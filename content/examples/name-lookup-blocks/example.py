import asyncio
import socket

SHOP = "shop.example", 80


async def heartbeat():
    for _ in range(5):
        await asyncio.sleep(0.1)
        print("beat")


async def main():
    beat = asyncio.create_task(heartbeat())
    await asyncio.sleep(0)
    socket.getaddrinfo(*SHOP)
    print("found by socket")
    await asyncio.get_running_loop().getaddrinfo(*SHOP)
    print("found by the loop")
    await beat


asyncio.run(main())
