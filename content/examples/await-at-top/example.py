import asyncio

await asyncio.sleep(1)  # the shop answers
print("got the price")
