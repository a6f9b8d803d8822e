import asyncio

async def fetch(what):
    await asyncio.sleep(9)  # the shop is slow

async def order():
    await fetch("price")

async def main():
    task = asyncio.create_task(order())
    await asyncio.sleep(1)
    print(*[f.f_code.co_name for f in task.get_stack()])
    graph = asyncio.capture_call_graph(task)
    print(*[c.frame.f_code.co_name for c in graph.call_stack])

asyncio.run(main())
