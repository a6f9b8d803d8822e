import time
from multiprocessing import Process, Queue

def cook(dish, dishes):
    time.sleep(1)
    dishes.put(dish)

if __name__ == "__main__":
    dishes = Queue()
    cooks = [Process(target=cook, args=(dish, dishes))
             for dish in ("soup", "pie")]
    for each in cooks:
        each.start()
    print(sorted([dishes.get(), dishes.get()]))
    for each in cooks:
        each.join()
