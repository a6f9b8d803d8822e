import threading
import time

def fetch(n):
    time.sleep(n + 1)  # the shop answers
    if n == 1:
        raise ValueError("no such order")
    print("answer", n)

calls = [threading.Thread(target=fetch, args=(n,))
         for n in range(3)]
for call in calls:
    call.start()
for call in calls:
    call.join()
print("all calls are over")
