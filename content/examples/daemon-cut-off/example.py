import threading
import time

def save():
    print("draft begins")
    time.sleep(2)  # writes to disk
    print("draft is saved")

draft = threading.Thread(target=save, daemon=True)
draft.start()
time.sleep(1)
print("the program ends")
