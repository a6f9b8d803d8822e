import threading
import time

def fetch():
    time.sleep(0.04)  # the shop answers
    print("the answer is here")

def count():
    total = 0
    for n in range(30):
        total += n
    print("has counted")

jobs = [threading.Thread(target=f) for f in (fetch, count)]
for job in jobs:
    job.start()
for job in jobs:
    job.join()
