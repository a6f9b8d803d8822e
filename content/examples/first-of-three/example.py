import asyncio

async def ask(shop, seconds):
    await asyncio.sleep(seconds)  # the shop answers
    return shop

async def main():
    jobs = [asyncio.create_task(ask(shop, seconds))
            for shop, seconds in enumerate((2, 1, 3))]
    done, pending = await asyncio.wait(
        jobs, return_when=asyncio.FIRST_COMPLETED
    )
    for job in pending:
        job.cancel()
    print("first:", *[job.result() for job in done])

asyncio.run(main())
