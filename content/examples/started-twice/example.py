import threading
import time

def fetch():
    time.sleep(1)  # the shop answers
    print("got the price")

call = threading.Thread(target=fetch)
again = call
for one in (call, again):
    one.start()
    one.join()
