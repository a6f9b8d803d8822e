import time
from multiprocessing import Process, Queue

def cook(dish, seconds, dishes):
    time.sleep(seconds)
    dishes.put(dish)

if __name__ == "__main__":
    dishes = Queue()
    for order in (("soup", 1), ("pie", 2)):
        Process(target=cook, args=(*order, dishes)).start()
    print(dishes.get())
    print(dishes.get())
