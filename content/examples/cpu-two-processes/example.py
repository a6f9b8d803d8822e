from multiprocessing import Process

def count():
    total = 0
    for n in range(20):
        total += n

if __name__ == "__main__":
    jobs = [Process(target=count, name=name)
            for name in ("Ada", "Ben")]
    for job in jobs:
        job.start()
    for job in jobs:
        job.join()
        print(job.name, "has counted")
