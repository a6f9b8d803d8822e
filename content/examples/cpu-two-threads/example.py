import threading

def count():
    total = 0
    for n in range(20):
        total += n

jobs = [threading.Thread(target=count, name=name)
        for name in ("Ada", "Ben")]
for job in jobs:
    job.start()
for job in jobs:
    job.join()
    print(job.name, "has counted")
