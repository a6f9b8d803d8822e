import queue
import threading
import time

plates = queue.Queue(1)

def cook():
    for dish in ("soup", "fish", "rice", None):
        time.sleep(0.5)  # cooks
        plates.put(dish)

def wash():
    while dish := plates.get():
        time.sleep(2)  # washes up
        print(dish, "is washed up")

threading.Thread(target=cook).start()
threading.Thread(target=wash).start()
