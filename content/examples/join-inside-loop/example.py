import threading
import time

def fetch(n):
    time.sleep(2)  # the shop answers
    print("answer", n)

for n in range(3):
    call = threading.Thread(target=fetch, args=(n,))
    call.start()
    call.join()
