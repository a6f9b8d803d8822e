import threading
import time
from concurrent.futures import ThreadPoolExecutor

pool = ThreadPoolExecutor(max_workers=2)

def report():
    time.sleep(1)  # the shop answers
    pool.submit(print, "report is sent")

reporter = threading.Thread(target=report)
reporter.start()
print("main is done")
