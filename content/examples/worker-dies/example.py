import os
import time
from concurrent.futures import ProcessPoolExecutor

def work(order):
    time.sleep(0.5)
    if order == "bomb":
        os._exit(1)
    return order

if __name__ == "__main__":
    with ProcessPoolExecutor(max_workers=1) as pool:
        calls = [pool.submit(work, order)
                 for order in ("soup", "bomb", "pie")]
        for call in calls:
            error = call.exception()
            if error is None:
                print(call.result())
            else:
                print(f"{type(error).__name__}: {error}")
