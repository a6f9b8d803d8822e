import asyncio

async def fetch():
    await asyncio.sleep(1)  # the shop answers

def start():
    return asyncio.create_task(fetch())

async def main():
    await start()

start()
