import time
from concurrent.futures import ThreadPoolExecutor

def fetch(what):
    time.sleep(1)  # the shop answers
    if what == "photo":
        raise LookupError("no photo")
    return f"{what}: ok"

with ThreadPoolExecutor(max_workers=2) as pool:
    photo = pool.submit(fetch, "photo")
    price = pool.submit(fetch, "price")
print("the block is left without an error")
time.sleep(1)  # something else is done
try:
    photo.result()
except LookupError as error:
    print("only now:", error)
