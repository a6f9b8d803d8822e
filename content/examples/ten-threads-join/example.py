import threading
import time

answers = []

def fetch(n):
    time.sleep(2)  # the shop answers
    answers.append(n)

calls = [threading.Thread(target=fetch, args=(n,))
         for n in range(10)]
for call in calls:
    call.start()
for call in calls:
    call.join()
print(len(answers), "answers")
