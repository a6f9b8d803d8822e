import time
from concurrent.futures import ThreadPoolExecutor

def request(n, came):
    time.sleep(2)  # a query
    took = time.monotonic() - came
    print(f"request {n} took {took:.1f} s")

with ThreadPoolExecutor(2, "thread") as threads:
    for n in range(6):
        threads.submit(request, n, time.monotonic())
        time.sleep(0.5)  # until the next one comes
