import asyncio

async def cook(stove):
    async with stove:
        await asyncio.sleep(2)

async def fry_egg(stove):
    try:
        async with asyncio.timeout(1), stove:
            await asyncio.sleep(0.5)
    except TimeoutError:
        print("the stove is taken")

async def main():
    stove = asyncio.Lock()
    await asyncio.gather(cook(stove), fry_egg(stove))

asyncio.run(main())
