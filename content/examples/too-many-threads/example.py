import threading
import time

def fetch(n):
    time.sleep(1)  # the shop answers

calls = []
for n in range(8):
    call = threading.Thread(target=fetch, args=(n,))
    call.start()
    calls.append(call)
for call in calls:
    call.join()
print(len(calls), "answers")
