import time
from concurrent.futures import ThreadPoolExecutor

def fetch(n):
    time.sleep(1)  # the shop answers

with ThreadPoolExecutor(max_workers=4) as pool:
    answers = list(pool.map(fetch, range(8)))
print(len(answers), "answers")
