import asyncio

async def fetch(n, places):
    await places.acquire()
    try:
        await asyncio.sleep(1)
        if n == 1:
            raise OSError
        print("got", n)
    except OSError:
        places.release()
    finally:
        places.release()

async def main():
    places = asyncio.BoundedSemaphore(2)
    await asyncio.gather(fetch(0, places), fetch(1, places))

asyncio.run(main())
