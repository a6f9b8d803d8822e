import threading
import time

pen, paper = threading.Lock(), threading.Lock()

def friend(name, first, second):
    with first:
        time.sleep(1)  # thinks
        with second:
            print(name, "writes")

ada = threading.Thread(target=friend, args=("Ada", pen, paper))
ben = threading.Thread(target=friend, args=("Ben", paper, pen))
ada.start()
ben.start()
ada.join()
ben.join()
