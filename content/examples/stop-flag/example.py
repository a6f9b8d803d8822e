import threading
import time

stop = threading.Event()

def watch():
    while not stop.wait(1):
        print("nothing new")
    print("watch is over")

watcher = threading.Thread(target=watch)
watcher.start()
time.sleep(2.5)
stop.set()
watcher.join()
print("the program ends")
