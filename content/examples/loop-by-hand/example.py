import heapq
import time

def greet(name):
    print("hello", name)
    yield 3
    print("goodbye", name)

names = enumerate(("Ada", "Bob", "Cy"))
due = [(0, n, greet(name)) for n, name in names]
now = 0
while due:
    when, n, paused = heapq.heappop(due)
    time.sleep(when - now)
    now = when
    pause = next(paused, None)
    if pause is not None:
        heapq.heappush(due, (now + pause, n, paused))
