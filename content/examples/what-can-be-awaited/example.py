import asyncio
from collections.abc import Awaitable

async def fetch():
    return 3

class Order:
    def __await__(self):
        return fetch().__await__()

async def main():
    call = fetch()
    task = asyncio.create_task(fetch())
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    for thing in fetch, call, task, future, Order(), [task]:
        print(type(thing).__name__, isinstance(thing, Awaitable))
    print(await call, await task, await Order())

asyncio.run(main())
