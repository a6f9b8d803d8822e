import asyncio

def greet(name):
    print("hello", name)
    loop.call_later(3, part, name)

def part(name):
    print("goodbye", name)
    if name == "Cy":
        loop.stop()

loop = asyncio.new_event_loop()
for name in ("Ada", "Bob", "Cy"):
    loop.call_soon(greet, name)
loop.run_forever()
loop.close()
