import asyncio
from collections.abc import Awaitable

async def fetch():
    return 3

class Order:
    def __await__(self):
        return fetch().__await__()

async def main():
    task = asyncio.create_task(fetch())
    future = asyncio.get_running_loop().create_future()
    call = fetch()
    for thing in fetch, call, task, future, Order(), [task]:
        able = isinstance(thing, Awaitable)
        print(type(thing).__name__, "awaitable:", able)
    print(await call, await task, await Order())

asyncio.run(main())
