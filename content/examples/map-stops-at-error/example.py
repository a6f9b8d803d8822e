import time
from concurrent.futures import ThreadPoolExecutor

def fetch(n):
    time.sleep(1)  # the shop answers
    if n == 1:
        raise LookupError(f"no answer to {n}")
    return n

try:
    with ThreadPoolExecutor(max_workers=2) as pool:
        for n in pool.map(fetch, range(6)):
            print("answer", n)
            time.sleep(0.5)  # it is put away
except LookupError as error:
    print("the loop ends:", error)
