import asyncio

async def fetch(what, seconds):
    await asyncio.sleep(seconds)  # the shop looks
    raise ValueError(f"no {what}")

async def main():
    jobs = fetch("photo", 1), fetch("price", 2)
    try:
        await asyncio.gather(*jobs)
    except ValueError as error:
        print("main caught:", error)
    await asyncio.sleep(2)  # main does something else
    print("main is done")

asyncio.run(main())
