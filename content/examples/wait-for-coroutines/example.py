import asyncio

async def fetch(n):
    await asyncio.sleep(1)  # the shop answers

async def main():
    calls = [fetch(n) for n in range(3)]
    done, pending = await asyncio.wait(calls)
    print(len(done), "done")

asyncio.run(main())
