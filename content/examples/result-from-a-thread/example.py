import asyncio
import threading
import time

def fetch(loop, answer):
    time.sleep(1)  # the shop answers
    loop.call_soon_threadsafe(answer.set_result, 42)

async def main():
    loop = asyncio.get_running_loop()
    answer = loop.create_future()
    shop = threading.Thread(target=fetch, args=(loop, answer))
    shop.start()
    print("the answer is", await answer)

asyncio.run(main())
