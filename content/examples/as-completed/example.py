import time
from concurrent.futures import ThreadPoolExecutor, as_completed

def fetch(seconds):
    time.sleep(seconds)  # the shop answers
    return seconds

with ThreadPoolExecutor(max_workers=3) as pool:
    calls = [pool.submit(fetch, n) for n in (3, 1, 2)]
    for call in as_completed(calls):
        print("answer after", call.result())
