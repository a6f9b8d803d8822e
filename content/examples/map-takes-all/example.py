import time
from concurrent.futures import ThreadPoolExecutor

def orders():
    for n in range(5):
        print("order", n, "is taken")
        yield n

def fetch(n):
    time.sleep(1)  # the shop answers
    return n

with ThreadPoolExecutor(max_workers=2) as pool:
    for n in pool.map(fetch, orders(), buffersize=2):
        print("answer", n)
        time.sleep(2)  # it is put away
