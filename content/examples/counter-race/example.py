import threading
from contextlib import nullcontext

guard = nullcontext()
sold = 0

def print_ticket():
    pass

def sell():
    global sold
    for _ in range(4):
        with guard:
            before = sold
            print_ticket()
            sold = before + 1

desks = [threading.Thread(target=sell) for _ in range(2)]
for desk in desks:
    desk.start()
for desk in desks:
    desk.join()
print("sold", sold, "of 8")
