import time
from concurrent.futures import ThreadPoolExecutor

def fetch(n):
    time.sleep(1)  # the shop answers
    return f"answer {n}"

pool = ThreadPoolExecutor(max_workers=2)
calls = [pool.submit(fetch, n) for n in range(5)]
time.sleep(0.5)
pool.shutdown(cancel_futures=True)
print("shutdown has returned")
for call in calls:
    if not call.cancelled():
        print(call.result())
