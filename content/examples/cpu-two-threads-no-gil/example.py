import threading

def count(name):
    total = 0
    for n in range(20):
        total += n
    print(name, "has counted")

jobs = [threading.Thread(target=count, args=(name,))
        for name in ("Ada", "Ben")]
for job in jobs:
    job.start()
for job in jobs:
    job.join()
