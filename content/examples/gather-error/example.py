import asyncio

async def fetch(what, seconds):
    await asyncio.sleep(seconds)  # the shop answers
    if what == "photo":
        raise ValueError("no photo")
    print("got", what)

async def main():
    jobs = fetch("photo", 1), fetch("price", 2)
    try:
        await asyncio.gather(*jobs, return_exceptions=False)
    except ValueError as error:
        print("main caught:", error)
    await asyncio.sleep(2)  # main does something else

asyncio.run(main())
