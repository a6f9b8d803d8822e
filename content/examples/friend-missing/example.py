import threading

table = threading.Barrier(3, timeout=1)

def friend(name):
    table.wait()
    print(name, "eats")

for name in ("Ada", "Bob"):
    threading.Thread(target=friend, args=[name]).start()
