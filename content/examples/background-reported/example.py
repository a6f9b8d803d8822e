import asyncio

running = set()

def ended(task):
    running.discard(task)
    if not task.cancelled() and task.exception():
        print("failed:", task.exception())

async def save(order):
    await asyncio.sleep(1)  # the database answers
    raise ValueError(f"order {order} is incomplete")

async def main():
    task = asyncio.create_task(save(7))
    running.add(task)
    task.add_done_callback(ended)
    await asyncio.sleep(2)  # main does something else

asyncio.run(main())
