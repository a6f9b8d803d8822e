import asyncio
from contextvars import ContextVar

user = ContextVar("user")

async def save():
    await asyncio.sleep(1)  # the database answers
    print("saved for", user.get())

async def request(name):
    user.set(name)
    await asyncio.create_task(save())

async def main():
    await asyncio.gather(request("Ada"), request("Bob"))

asyncio.run(main())
