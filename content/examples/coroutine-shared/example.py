import asyncio

async def fetch():
    await asyncio.sleep(1)  # the shop answers
    return "price"

async def customer(call):
    print("got", await call)

async def main():
    call = fetch()
    await asyncio.gather(customer(call), customer(call))

asyncio.run(main())
