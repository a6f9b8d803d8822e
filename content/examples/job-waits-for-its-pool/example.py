import time
from concurrent.futures import ThreadPoolExecutor

pool = ThreadPoolExecutor(max_workers=2)

def fetch(what):
    time.sleep(1)  # the shop answers
    return 20

def basket(name):
    time.sleep(1)  # is filled
    price = pool.submit(fetch, "price")
    return price.result()

ada = pool.submit(basket, "Ada")
ben = pool.submit(basket, "Ben")
print("both are handed over")
print("together", ada.result() + ben.result())
