import time
from concurrent.futures import ThreadPoolExecutor

def fetch(n):
    time.sleep(1)  # the shop answers
    return n

with ThreadPoolExecutor(max_workers=2) as pool:
    calls = [pool.submit(fetch, n) for n in range(5)]
    print("all five are handed over")
    for call in calls:
        print("answer", call.result())
