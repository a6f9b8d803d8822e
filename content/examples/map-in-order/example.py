import time
from concurrent.futures import ThreadPoolExecutor

def fetch(seconds):
    time.sleep(seconds)  # the shop answers
    return seconds

with ThreadPoolExecutor(max_workers=3) as pool:
    for answer in pool.map(fetch, (3, 1, 2)):
        print("answer after", answer)
