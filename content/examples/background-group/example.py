import asyncio

async def mail(n):
    await asyncio.sleep(2)  # the mail server is slow
    print("mail", n, "is sent")

async def order(n, background):
    await asyncio.sleep(0.5)  # the database answers
    background.create_task(mail(n))
    print("order", n, "is taken")

async def main():
    async with asyncio.TaskGroup() as background:
        await order(1, background)
        await order(2, background)
    print("nothing is left behind")

asyncio.run(main())
