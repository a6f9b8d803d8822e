import threading
import time

def save(name):
    print(name, "begins")
    time.sleep(2)  # writes to disk
    print(name, "is saved")

draft = threading.Thread(target=save, args=("draft",), daemon=True)
draft.start()
time.sleep(1)
print("the program ends")
