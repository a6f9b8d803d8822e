import asyncio
import unittest


async def price(item, ask, gate, stop):
    try:
        async with gate, asyncio.timeout(1):
            if stop.is_set():
                return "not asked"
            return await ask(item)
    except OSError as error:
        return type(error).__name__


async def prices(items, ask, stop):
    gate = asyncio.Semaphore(2)
    async with asyncio.TaskGroup() as group:
        tasks = {
            i: group.create_task(price(i, ask, gate, stop))
            for i in items
        }
    return {i: task.result() for i, task in tasks.items()}


class PricesTest(unittest.IsolatedAsyncioTestCase):
    async def test_two_silent(self):
        stop, shop = asyncio.Event(), asyncio.Semaphore(2)

        async def ask(item):
            if shop.locked():
                raise ConnectionRefusedError
            async with shop:
                if item in ("jug", "mug"):
                    await asyncio.Event().wait()  # silent
            stop.set()  # as SIGTERM does
            return 25

        items = "jug", "mug", "pan", "vase"
        found = await prices(items, ask, stop)
        self.assertEqual(found["pan"], 25)
        self.assertEqual(found["vase"], "not asked")


unittest.main()
