import asyncio
import unittest

async def price(ask):
    async with asyncio.timeout(0.5):
        return await ask()

class PriceTest(unittest.IsolatedAsyncioTestCase):
    async def test_slow_shop(self):
        async def ask():
            await asyncio.Event().wait()  # never answers
        with self.assertRaises(TimeoutError):
            await price(ask)

unittest.main()
