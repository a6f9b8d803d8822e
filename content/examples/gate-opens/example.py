import asyncio

gate = asyncio.Event()

async def visitor(n):
    await asyncio.sleep(n / 2)  # the way to the gate
    await gate.wait()
    print("visitor", n, "is in")

async def main():
    visitors = [visitor(n) for n in range(4)]
    waiting = asyncio.gather(*visitors)
    await asyncio.sleep(1.2)
    gate.set()
    await waiting

asyncio.run(main())
