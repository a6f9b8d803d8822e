import asyncio

gate = asyncio.Semaphore(2)

async def fetch(n):
    await gate.acquire()
    await asyncio.sleep(1)  # the shop answers
    if n < 2:
        raise ValueError("no answer")
    gate.release()
    print("answer", n)

async def main():
    calls = [fetch(n) for n in range(4)]
    await asyncio.gather(*calls, return_exceptions=True)

asyncio.run(main())
