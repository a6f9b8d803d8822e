"""Two threads add to one variable without a lock; prints what it says in the end."""

import threading

TIMES = 1_000_000
sold = 0


def one():
    return 1


def in_one_statement():
    global sold
    for _ in range(TIMES):
        sold += 1


def with_a_call():
    global sold
    for _ in range(TIMES):
        sold += one()


for sell in in_one_statement, with_a_call:
    sold = 0
    desks = [threading.Thread(target=sell) for _ in range(2)]
    for desk in desks:
        desk.start()
    for desk in desks:
        desk.join()
    print(f"{sold:,}")
