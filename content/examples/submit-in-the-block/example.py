import time
from concurrent.futures import ThreadPoolExecutor

def fetch(what):
    time.sleep(1)  # the shop answers
    return f"{what}: ok"

with ThreadPoolExecutor(max_workers=2) as pool:
    price = pool.submit(fetch, "price")
    stock = pool.submit(fetch, "stock")
print(price.result(), stock.result())
